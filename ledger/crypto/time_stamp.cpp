#include "ledger/crypto/time_stamp.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <ctime>

#include "ledger/crypto/asn1_parts.h"

namespace minutebook {

namespace {

using RequestPtr = std::unique_ptr<TS_REQ, FreeWith<TS_REQ_free>>;
using ReplyPtr = std::unique_ptr<TS_RESP, FreeWith<TS_RESP_free>>;
using ImprintPtr = std::unique_ptr<TS_MSG_IMPRINT, FreeWith<TS_MSG_IMPRINT_free>>;
using AlgorithmPtr = std::unique_ptr<X509_ALGOR, FreeWith<X509_ALGOR_free>>;
using IntegerPtr = std::unique_ptr<ASN1_INTEGER, FreeWith<ASN1_INTEGER_free>>;
using NumberPtr = std::unique_ptr<BIGNUM, FreeWith<BN_free>>;
using BioPtr = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;

constexpr std::size_t kNonceBytes = 8;

int nidOf(ImprintHash hash) {
  return hash == ImprintHash::kSha256 ? NID_sha256 : NID_sha512;
}

std::optional<ImprintHash> hashOf(TS_MSG_IMPRINT* imprint) {
  const ASN1_OBJECT* object = nullptr;
  ::X509_ALGOR_get0(&object, nullptr, nullptr, ::TS_MSG_IMPRINT_get_algo(imprint));
  for (const ImprintHash hash : {ImprintHash::kSha256, ImprintHash::kSha512}) {
    if (::OBJ_obj2nid(object) == nidOf(hash)) return hash;
  }
  return std::nullopt;
}

Bytes messageOf(TS_MSG_IMPRINT* imprint) {
  const ASN1_OCTET_STRING* message = ::TS_MSG_IMPRINT_get_msg(imprint);
  const unsigned char* data = ::ASN1_STRING_get0_data(message);
  return {data, data + ::ASN1_STRING_length(message)};
}

bool fits(ImprintHash hash, const Bytes& imprint) {
  return imprint.size() == (hash == ImprintHash::kSha256 ? 32u : 64u);
}

/// What an authority says about why it did not stamp.
std::string wordsOf(TS_STATUS_INFO* status) {
  const auto* texts = ::TS_STATUS_INFO_get0_text(status);
  std::string words;
  for (int i = 0; i < sk_ASN1_UTF8STRING_num(texts); ++i) {
    const ASN1_UTF8STRING* text = sk_ASN1_UTF8STRING_value(texts, i);
    const auto* data = reinterpret_cast<const char*>(::ASN1_STRING_get0_data(text));
    words += (words.empty() ? "" : " ") +
             std::string(data, static_cast<std::size_t>(::ASN1_STRING_length(text)));
  }
  return words;
}

/// Every object of a file in PEM, or its only one in DER.
template <typename Pointer, typename ReadPem, typename ReadDer, typename Write>
Outcome<std::vector<Bytes>> partsIn(ByteView file, const char* what, ReadPem readPem,
                                    ReadDer readDer, Write write) {
  std::vector<Bytes> parts;
  if (file.empty()) return stampMalformed(std::string("The file of ") + what + " is empty.");
  if (file.size() > kStampPartBytesMax) {
    return stampMalformed(std::string("The file of ") + what + " is larger than 1 MiB.");
  }
  if (const Pointer single = fromDer<Pointer>(file, readDer)) {
    parts.push_back(toDer(single.get(), write));
    return parts;
  }
  const BioPtr bio(checkOpenSsl(::BIO_new_mem_buf(file.data(), static_cast<int>(file.size())),
                                "reading from memory"));
  while (const Pointer part{readPem(bio.get(), nullptr, nullptr, nullptr)}) {
    if (parts.size() == kStampPartsMax) {
      return stampMalformed(std::string("The file has more than 32 ") + what + ".");
    }
    parts.push_back(toDer(part.get(), write));
  }
  forgetOpenSslErrors();
  if (parts.empty()) return stampMalformed(std::string("The file holds no ") + what + ".");
  return parts;
}

}  // namespace

Bytes bytesOf(const ASN1_INTEGER* integer) {
  const NumberPtr number(checkOpenSsl(::ASN1_INTEGER_to_BN(integer, nullptr), "an integer"));
  Bytes bytes(static_cast<std::size_t>(BN_num_bytes(number.get())));
  ::BN_bn2bin(number.get(), bytes.data());
  return bytes;
}

std::optional<std::int64_t> secondsOf(const ASN1_TIME* time) {
  std::tm parts{};
  const bool isTime = ::ASN1_TIME_to_tm(time, &parts) == 1;
  forgetOpenSslErrors();
  if (!isTime) return std::nullopt;
  return static_cast<std::int64_t>(::timegm(&parts));
}

TokenInfoPtr infoOf(ByteView token) {
  if (token.size() > kStampPartBytesMax) return nullptr;
  const TokenPtr read = fromDer<TokenPtr>(token, ::d2i_PKCS7);
  if (!read) return nullptr;
  TokenInfoPtr info(::PKCS7_to_TS_TST_INFO(read.get()));
  forgetOpenSslErrors();
  return info;
}

std::string_view nameOf(ImprintHash hash) {
  return hash == ImprintHash::kSha256 ? "SHA-256" : "SHA-512";
}

Bytes imprintOf(ImprintHash hash, ByteView data) {
  Bytes imprint(EVP_MAX_MD_SIZE);
  unsigned length = 0;
  const EVP_MD* digest = hash == ImprintHash::kSha256 ? ::EVP_sha256() : ::EVP_sha512();
  checkOpenSsl(::EVP_Digest(data.data(), data.size(), imprint.data(), &length, digest, nullptr),
               "hashing");
  imprint.resize(length);
  return imprint;
}

StampRequest StampRequest::of(ImprintHash hash, ByteView data, RandomSource& random) {
  StampRequest request{hash, imprintOf(hash, data), Bytes(kNonceBytes)};
  random.fill(request.nonce);
  // As an integer it begins with a byte that is neither zero nor a sign.
  request.nonce[0] = static_cast<std::uint8_t>((request.nonce[0] & 0x3F) | 0x40);
  return request;
}

Bytes StampRequest::encode() const {
  const RequestPtr made(checkOpenSsl(::TS_REQ_new(), "a request"));
  const ImprintPtr mark(checkOpenSsl(::TS_MSG_IMPRINT_new(), "a request"));
  const AlgorithmPtr algorithm(checkOpenSsl(::X509_ALGOR_new(), "a request"));
  checkOpenSsl(::X509_ALGOR_set0(algorithm.get(), ::OBJ_nid2obj(nidOf(hash)), V_ASN1_NULL, nullptr),
               "naming a hash");
  checkOpenSsl(::TS_MSG_IMPRINT_set_algo(mark.get(), algorithm.get()), "naming a hash");
  checkOpenSsl(::TS_MSG_IMPRINT_set_msg(mark.get(), const_cast<std::uint8_t*>(imprint.data()),
                                        static_cast<int>(imprint.size())),
               "an imprint");
  checkOpenSsl(::TS_REQ_set_version(made.get(), 1), "a request");
  checkOpenSsl(::TS_REQ_set_msg_imprint(made.get(), mark.get()), "an imprint");
  const NumberPtr number(
      checkOpenSsl(::BN_bin2bn(nonce.data(), static_cast<int>(nonce.size()), nullptr), "a nonce"));
  const IntegerPtr integer(checkOpenSsl(::BN_to_ASN1_INTEGER(number.get(), nullptr), "a nonce"));
  checkOpenSsl(::TS_REQ_set_nonce(made.get(), integer.get()), "a nonce");
  checkOpenSsl(::TS_REQ_set_cert_req(made.get(), 1), "a request");
  return toDer(made.get(), ::i2d_TS_REQ);
}

Outcome<StampRequest> StampRequest::parse(ByteView der) {
  const Refusal refusal = stampMalformed("The file is no request for a time stamp of ours.");
  if (der.size() > kStampPartBytesMax) return refusal;
  const RequestPtr read = fromDer<RequestPtr>(der, ::d2i_TS_REQ);
  if (!read) return refusal;
  TS_MSG_IMPRINT* mark = ::TS_REQ_get_msg_imprint(read.get());
  const ASN1_INTEGER* nonce = ::TS_REQ_get_nonce(read.get());
  const auto hash = hashOf(mark);
  if (!hash || nonce == nullptr) return refusal;
  StampRequest request{*hash, messageOf(mark), bytesOf(nonce)};
  if (!fits(*hash, request.imprint) || !sameBytes(request.encode(), der)) return refusal;
  return request;
}

Outcome<Bytes> tokenOfReply(ByteView reply) {
  if (reply.size() > kStampPartBytesMax) {
    return stampMalformed("The authority's answer is larger than 1 MiB.");
  }
  const ReplyPtr read = fromDer<ReplyPtr>(reply, ::d2i_TS_RESP);
  if (!read) return stampMalformed("The file is no answer of a time-stamp authority.");
  TS_STATUS_INFO* status = ::TS_RESP_get_status_info(read.get());
  const long code = ::ASN1_INTEGER_get(::TS_STATUS_INFO_get0_status(status));
  const PKCS7* token = ::TS_RESP_get_token(read.get());
  // 0: granted; 1: granted with changes. Source: RFC 3161 section 2.4.2.
  if (token != nullptr && (code == 0 || code == 1)) return toDer(token, ::i2d_PKCS7);
  const std::string words = wordsOf(status);
  return Refusal{"stamp.not-granted", "",
                 "The authority did not stamp it" +
                     (words.empty() ? std::string(" and does not say why.") : ": " + words),
                 "Ask again, or ask another time-stamp authority."};
}

Outcome<TimeStamp> readTimeStamp(ByteView token) {
  const TokenInfoPtr info = infoOf(token);
  if (!info) return stampMalformed("The token is no time stamp.");
  TS_MSG_IMPRINT* mark = ::TS_TST_INFO_get_msg_imprint(info.get());
  const auto hash = hashOf(mark);
  const auto time = secondsOf(::TS_TST_INFO_get_time(info.get()));
  if (!hash || !time || !fits(*hash, messageOf(mark))) {
    return stampMalformed("The time stamp is over neither SHA-256 nor SHA-512, or has no time.");
  }
  const ASN1_INTEGER* nonce = ::TS_TST_INFO_get_nonce(info.get());
  return TimeStamp{*hash, messageOf(mark), *time,
                   toHex(bytesOf(::TS_TST_INFO_get_serial(info.get()))),
                   nonce == nullptr ? Bytes() : bytesOf(nonce)};
}

Outcome<std::vector<Bytes>> certificatesIn(ByteView file) {
  return partsIn<CertificatePtr>(file, "certificates", ::PEM_read_bio_X509, ::d2i_X509, ::i2d_X509);
}

Outcome<std::vector<Bytes>> crlsIn(ByteView file) {
  return partsIn<CrlPtr>(file, "revocation lists", ::PEM_read_bio_X509_CRL, ::d2i_X509_CRL,
                         ::i2d_X509_CRL);
}

std::string pemOf(std::span<const Bytes> certificates) {
  const BioPtr bio(checkOpenSsl(::BIO_new(::BIO_s_mem()), "writing PEM"));
  for (const Bytes& der : certificates) {
    if (::PEM_write_bio(bio.get(), PEM_STRING_X509, "", der.data(),
                        static_cast<long>(der.size())) <= 0) {
      failOpenSsl("writing PEM");
    }
  }
  char* text = nullptr;
  const long length = BIO_get_mem_data(bio.get(), &text);
  return {text, static_cast<std::size_t>(length)};
}

}  // namespace minutebook
