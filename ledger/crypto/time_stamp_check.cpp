#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

#include "ledger/crypto/asn1_parts.h"
#include "ledger/crypto/sha256.h"
#include "ledger/crypto/time_stamp.h"

namespace minutebook {

namespace {

void freeCertificates(STACK_OF(X509) * certificates) {
  sk_X509_pop_free(certificates, X509_free);
}

void freeList(STACK_OF(X509) * certificates) {
  sk_X509_free(certificates);
}

using CertificatesPtr = std::unique_ptr<STACK_OF(X509), FreeWith<freeCertificates>>;
using StorePtr = std::unique_ptr<X509_STORE, FreeWith<X509_STORE_free>>;
using StoreContextPtr = std::unique_ptr<X509_STORE_CTX, FreeWith<X509_STORE_CTX_free>>;
using CheckPtr = std::unique_ptr<TS_VERIFY_CTX, FreeWith<TS_VERIFY_CTX_free>>;

Refusal doesNotHold(std::string reason) {
  return {"stamp.does-not-hold", "", std::move(reason),
          "Ask whoever gave you the stamp for its certificates, or have the checkpoint stamped "
          "again."};
}

std::string nameOf(const X509* certificate) {
  const std::unique_ptr<BIO, FreeWith<BIO_free_all>> bio(
      checkOpenSsl(::BIO_new(::BIO_s_mem()), "a name"));
  ::X509_NAME_print_ex(bio.get(), ::X509_get_subject_name(certificate), 0,
                       XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
  char* text = nullptr;
  const long length = BIO_get_mem_data(bio.get(), &text);
  return {text, static_cast<std::size_t>(length)};
}

/// Certificates read from DER, once. Throws nothing for one that cannot be read: it is left out,
/// and a chain that needed it does not hold.
CertificatesPtr stackOf(std::span<const Bytes> ders) {
  CertificatesPtr stack(checkOpenSsl(sk_X509_new_null(), "a list of certificates"));
  for (const Bytes& der : ders) {
    CertificatePtr certificate = fromDer<CertificatePtr>(der, ::d2i_X509);
    if (certificate && sk_X509_push(stack.get(), certificate.get()) > 0) certificate.release();
  }
  return stack;
}

bool isSelfSigned(X509* certificate) {
  const bool is = ::X509_self_signed(certificate, 1) == 1;
  forgetOpenSslErrors();
  return is;
}

/// A store that judges as of `time`. With roots of the reader's own, it trusts those and nothing
/// else; without, whatever the evidence ends in.
StorePtr storeFor(std::span<const Bytes> trusted, STACK_OF(X509) * evidence, std::int64_t time) {
  StorePtr store(checkOpenSsl(::X509_STORE_new(), "a store of certificates"));
  const CertificatesPtr given = stackOf(trusted);
  for (int i = 0; i < sk_X509_num(given.get()); ++i) {
    checkOpenSsl(::X509_STORE_add_cert(store.get(), sk_X509_value(given.get(), i)), "trusting");
  }
  for (int i = 0; trusted.empty() && i < sk_X509_num(evidence); ++i) {
    X509* certificate = sk_X509_value(evidence, i);
    if (isSelfSigned(certificate)) {
      checkOpenSsl(::X509_STORE_add_cert(store.get(), certificate), "trusting");
    }
  }
  ::X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN);
  ::X509_VERIFY_PARAM_set_time(::X509_STORE_get0_param(store.get()),
                               static_cast<std::time_t>(time));
  return store;
}

/// The chain from the signer up, as of the store's time; or the sentence why there is none.
Outcome<CertificatesPtr> chainOf(X509* signer, X509_STORE* store, STACK_OF(X509) * evidence) {
  const StoreContextPtr context(checkOpenSsl(::X509_STORE_CTX_new(), "a chain"));
  checkOpenSsl(::X509_STORE_CTX_init(context.get(), store, signer, evidence), "a chain");
  ::X509_STORE_CTX_set_purpose(context.get(), X509_PURPOSE_TIMESTAMP_SIGN);
  const bool holds = ::X509_verify_cert(context.get()) == 1;
  forgetOpenSslErrors();
  if (!holds) {
    const int error = ::X509_STORE_CTX_get_error(context.get());
    return doesNotHold(std::string("At the time of the stamp its certificates do not hold: ") +
                       ::X509_verify_cert_error_string(error) + ".");
  }
  return CertificatesPtr(
      checkOpenSsl(::X509_STORE_CTX_get1_chain(context.get()), "a chain of certificates"));
}

/// RFC 3161 section 4: with one of these reasons, what was stamped before stays valid; with any
/// other, or none, nothing that the key ever stamped is.
bool leavesEarlierStamps(X509_REVOKED* revoked) {
  int critical = 0;
  const std::unique_ptr<ASN1_ENUMERATED, FreeWith<ASN1_ENUMERATED_free>> reason(
      static_cast<ASN1_ENUMERATED*>(
          ::X509_REVOKED_get_ext_d2i(revoked, NID_crl_reason, &critical, nullptr)));
  if (!reason) return false;
  const long code = ::ASN1_ENUMERATED_get(reason.get());
  return code == CRL_REASON_UNSPECIFIED || code == CRL_REASON_AFFILIATION_CHANGED ||
         code == CRL_REASON_SUPERSEDED || code == CRL_REASON_CESSATION_OF_OPERATION;
}

/// What one list says of one certificate; nothing if the list is not its issuer's.
std::optional<Outcome<Revocation>> saidBy(const Bytes& list, X509* certificate, X509* issuer,
                                          std::int64_t time) {
  const CrlPtr crl = fromDer<CrlPtr>(list, ::d2i_X509_CRL);
  if (!crl ||
      ::X509_NAME_cmp(::X509_CRL_get_issuer(crl.get()), ::X509_get_subject_name(issuer)) != 0) {
    return std::nullopt;
  }
  const bool isTheirs = ::X509_CRL_verify(crl.get(), ::X509_get0_pubkey(issuer)) == 1;
  forgetOpenSslErrors();
  if (!isTheirs) return std::nullopt;
  X509_REVOKED* revoked = nullptr;
  if (::X509_CRL_get0_by_cert(crl.get(), &revoked, certificate) == 0) return Revocation::kNone;
  const auto since = secondsOf(::X509_REVOKED_get0_revocationDate(revoked));
  if (since && *since > time && leavesEarlierStamps(revoked)) return Revocation::kAfterwards;
  return Outcome<Revocation>(
      doesNotHold("The certificate of " + nameOf(certificate) +
                  " was revoked, and with it every stamp that rests on it."));
}

/// Asks every list about every certificate of the chain but the root.
Outcome<Revocation> revocationOf(STACK_OF(X509) * chain, std::span<const Bytes> crls,
                                 std::int64_t time) {
  Revocation worst = Revocation::kNone;
  for (int i = 0; i + 1 < sk_X509_num(chain); ++i) {
    Revocation here = Revocation::kNotLookedAt;
    for (const Bytes& list : crls) {
      auto said = saidBy(list, sk_X509_value(chain, i), sk_X509_value(chain, i + 1), time);
      if (!said) continue;
      if (!*said) return *said;
      here = std::max(here, said->value());
    }
    if (here == Revocation::kNotLookedAt) return here;
    worst = std::max(worst, here);
  }
  return sk_X509_num(chain) > 1 ? worst : Revocation::kNotLookedAt;
}

bool signatureHolds(PKCS7* token, StorePtr store, const STACK_OF(X509) * evidence) {
  const CheckPtr check(checkOpenSsl(::TS_VERIFY_CTX_new(), "a check"));
  ::TS_VERIFY_CTX_set_flags(check.get(), TS_VFY_VERSION | TS_VFY_SIGNATURE);
  ::TS_VERIFY_CTX_set_store(check.get(), store.release());
  ::TS_VERIFY_CTX_set_certs(check.get(), X509_chain_up_ref(const_cast<STACK_OF(X509)*>(evidence)));
  const bool holds = ::TS_RESP_verify_token(check.get(), token) == 1;
  forgetOpenSslErrors();
  return holds;
}

/// The one certificate that signed, borrowed from the token or the evidence; null if none fits.
X509* signerOf(PKCS7* token, STACK_OF(X509) * evidence) {
  const std::unique_ptr<STACK_OF(X509), FreeWith<freeList>> signers(
      ::PKCS7_get0_signers(token, evidence, 0));
  forgetOpenSslErrors();
  return signers && sk_X509_num(signers.get()) == 1 ? sk_X509_value(signers.get(), 0) : nullptr;
}

std::int64_t holdsUntil(STACK_OF(X509) * chain) {
  std::int64_t until = INT64_MAX;
  for (int i = 0; i < sk_X509_num(chain); ++i) {
    const auto end = secondsOf(::X509_get0_notAfter(sk_X509_value(chain, i)));
    if (end) until = std::min(until, *end);
  }
  return until;
}

}  // namespace

Outcome<VerifiedStamp> verifyTimeStamp(const StampEvidence& evidence, ByteView data,
                                       std::span<const Bytes> trusted) {
  Outcome<TimeStamp> stamp = readTimeStamp(evidence.token);
  if (!stamp) return stamp.refusal();
  if (imprintOf(stamp.value().hash, data) != stamp.value().imprint) {
    return Refusal{"stamp.other-data", "", "The time stamp is over other bytes than these.",
                   "Keep each stamp with the very file that it was asked for."};
  }
  const TokenPtr token = fromDer<TokenPtr>(evidence.token, ::d2i_PKCS7);
  CertificatesPtr certificates = stackOf(evidence.certificates);
  // What the token brings itself may help to build the chain, too.
  const STACK_OF(X509)* inside = token->d.sign->cert;
  for (int i = 0; i < sk_X509_num(inside); ++i) {
    X509* certificate = sk_X509_value(inside, i);
    if (sk_X509_push(certificates.get(), certificate) > 0) ::X509_up_ref(certificate);
  }
  X509* signer = signerOf(token.get(), certificates.get());
  if (signer == nullptr) {
    return doesNotHold("The certificate of the authority that signed is not in the evidence.");
  }
  const std::int64_t time = stamp.value().time;
  StorePtr store = storeFor(trusted, certificates.get(), time);
  Outcome<CertificatesPtr> chain = chainOf(signer, store.get(), certificates.get());
  if (!chain) return chain.refusal();
  if (!signatureHolds(token.get(), std::move(store), certificates.get())) {
    return doesNotHold("The authority's signature does not fit what the stamp says.");
  }
  STACK_OF(X509)* up = chain.value().get();
  Outcome<Revocation> revocation = revocationOf(up, evidence.crls, time);
  if (!revocation) return revocation.refusal();
  X509* root = sk_X509_value(up, sk_X509_num(up) - 1);
  return VerifiedStamp{
      std::move(stamp).value(), nameOf(signer), nameOf(root),      sha256(toDer(root, ::i2d_X509)),
      !trusted.empty(),         holdsUntil(up), revocation.value()};
}

}  // namespace minutebook
