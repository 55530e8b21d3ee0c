#include "tests/support/time_authority.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <stdexcept>

#include "ledger/crypto/asn1_parts.h"

namespace minutebook {

namespace {

using KeyPtr = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using BioPtr = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;

void must(bool did) {
  if (!did) throw std::runtime_error("the test's time authority could not be made");
}

void addExtension(X509* to, int nid, const char* value) {
  X509_EXTENSION* extension = ::X509V3_EXT_conf_nid(nullptr, nullptr, nid, value);
  must(extension != nullptr && ::X509_add_ext(to, extension, -1) == 1);
  ::X509_EXTENSION_free(extension);
}

/// A certificate for the year 2020 without its extensions and signature.
CertificatePtr blank(const char* name, long serial, EVP_PKEY* key, const X509* issuer) {
  CertificatePtr made(::X509_new());
  ::X509_set_version(made.get(), X509_VERSION_3);
  ::ASN1_INTEGER_set(::X509_get_serialNumber(made.get()), serial);
  must(::ASN1_TIME_set_string_X509(::X509_getm_notBefore(made.get()), "20200101000000Z") == 1);
  must(::ASN1_TIME_set_string_X509(::X509_getm_notAfter(made.get()), "20201231235959Z") == 1);
  must(::X509_NAME_add_entry_by_txt(::X509_get_subject_name(made.get()), "CN", MBSTRING_ASC,
                                    reinterpret_cast<const unsigned char*>(name), -1, -1, 0) == 1);
  ::X509_set_issuer_name(made.get(),
                         ::X509_get_subject_name(issuer == nullptr ? made.get() : issuer));
  must(::X509_set_pubkey(made.get(), key) == 1);
  return made;
}

int sayTime(TS_RESP_CTX*, void* time, long* seconds, long* microseconds) {
  *seconds = *static_cast<const std::int64_t*>(time);
  *microseconds = 0;
  return 1;
}

ASN1_INTEGER* saySerial(TS_RESP_CTX*, void*) {
  ASN1_INTEGER* serial = ::ASN1_INTEGER_new();
  ::ASN1_INTEGER_set(serial, 12);
  return serial;
}

}  // namespace

struct TimeAuthority::Keys {
  KeyPtr rootKey, key;
  CertificatePtr root, certificate;
};

TimeAuthority::TimeAuthority() : keys_(std::make_unique<Keys>()) {
  keys_->rootKey.reset(EVP_EC_gen("P-256"));
  keys_->key.reset(EVP_EC_gen("P-256"));
  keys_->root = blank("Root of the tests", 1, keys_->rootKey.get(), nullptr);
  addExtension(keys_->root.get(), NID_basic_constraints, "critical,CA:TRUE");
  addExtension(keys_->root.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
  must(::X509_sign(keys_->root.get(), keys_->rootKey.get(), ::EVP_sha256()) > 0);
  keys_->certificate = blank("Time authority of the tests", 7, keys_->key.get(), keys_->root.get());
  addExtension(keys_->certificate.get(), NID_key_usage, "critical,digitalSignature");
  addExtension(keys_->certificate.get(), NID_ext_key_usage, "critical,timeStamping");
  must(::X509_sign(keys_->certificate.get(), keys_->rootKey.get(), ::EVP_sha256()) > 0);
}

TimeAuthority::~TimeAuthority() = default;

Bytes TimeAuthority::reply(ByteView request, std::int64_t time) const {
  const std::unique_ptr<TS_RESP_CTX, FreeWith<TS_RESP_CTX_free>> context(::TS_RESP_CTX_new());
  must(::TS_RESP_CTX_set_signer_cert(context.get(), keys_->certificate.get()) == 1);
  must(::TS_RESP_CTX_set_signer_key(context.get(), keys_->key.get()) == 1);
  must(::TS_RESP_CTX_set_signer_digest(context.get(), ::EVP_sha256()) == 1);
  must(::TS_RESP_CTX_set_ess_cert_id_digest(context.get(), ::EVP_sha256()) == 1);
  must(::TS_RESP_CTX_add_md(context.get(), ::EVP_sha256()) == 1);
  must(::TS_RESP_CTX_add_md(context.get(), ::EVP_sha512()) == 1);
  ASN1_OBJECT* policy = ::OBJ_txt2obj("1.2.3.4.1", 1);
  must(::TS_RESP_CTX_set_def_policy(context.get(), policy) == 1);
  ::ASN1_OBJECT_free(policy);
  ::TS_RESP_CTX_set_serial_cb(context.get(), saySerial, nullptr);
  ::TS_RESP_CTX_set_time_cb(context.get(), sayTime, &time);
  const BioPtr bio(::BIO_new_mem_buf(request.data(), static_cast<int>(request.size())));
  const std::unique_ptr<TS_RESP, FreeWith<TS_RESP_free>> made(
      ::TS_RESP_create_response(context.get(), bio.get()));
  must(made != nullptr);
  forgetOpenSslErrors();
  return toDer(made.get(), ::i2d_TS_RESP);
}

Bytes TimeAuthority::root() const {
  return toDer(keys_->root.get(), ::i2d_X509);
}

Bytes TimeAuthority::certificate() const {
  return toDer(keys_->certificate.get(), ::i2d_X509);
}

Bytes TimeAuthority::revocations(std::optional<GivenUp> reason, std::int64_t time) const {
  const CrlPtr crl(::X509_CRL_new());
  ::X509_CRL_set_version(crl.get(), X509_CRL_VERSION_2);
  ::X509_CRL_set_issuer_name(crl.get(), ::X509_get_subject_name(keys_->root.get()));
  const std::unique_ptr<ASN1_TIME, FreeWith<ASN1_TIME_free>> when(
      ::ASN1_TIME_set(nullptr, static_cast<std::time_t>(time)));
  ::X509_CRL_set1_lastUpdate(crl.get(), when.get());
  if (reason) {
    X509_REVOKED* revoked = ::X509_REVOKED_new();
    ::X509_REVOKED_set_serialNumber(revoked, ::X509_get_serialNumber(keys_->certificate.get()));
    ::X509_REVOKED_set_revocationDate(revoked, when.get());
    if (*reason != GivenUp::kWithoutReason) {
      const std::unique_ptr<ASN1_ENUMERATED, FreeWith<ASN1_ENUMERATED_free>> code(
          ::ASN1_ENUMERATED_new());
      ::ASN1_ENUMERATED_set(code.get(), *reason == GivenUp::kKeyCompromise
                                            ? CRL_REASON_KEY_COMPROMISE
                                            : CRL_REASON_SUPERSEDED);
      ::X509_REVOKED_add1_ext_i2d(revoked, NID_crl_reason, code.get(), 0, 0);
    }
    must(::X509_CRL_add0_revoked(crl.get(), revoked) == 1);
  }
  must(::X509_CRL_sign(crl.get(), keys_->rootKey.get(), ::EVP_sha256()) > 0);
  return toDer(crl.get(), ::i2d_X509_CRL);
}

}  // namespace minutebook
