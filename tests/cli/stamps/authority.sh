# A time-stamp authority for a story, by the openssl program.
#   authority.sh made                   makes its keys and certificates here
#   authority.sh stamps REQUEST REPLY   answers a request
set -e
case $1 in
made)
  cat >authority.cnf <<'CONF'
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[authority]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[stamp]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256,sha512
ess_cert_id_alg = sha256
[ca]
database = index
default_md = sha256
default_crl_days = 30
CONF
  echo 01 >serial
  : >index
  for name in root authority; do
    openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$name.key" 2>/dev/null ||
      openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$name.key" 2>/dev/null
  done
  openssl req -x509 -new -key root.key -subj "/CN=Test root" -days 3650 -config authority.cnf \
    -extensions root -out root.pem
  openssl req -new -key authority.key -subj "/CN=Test authority" -config authority.cnf -out ask
  openssl x509 -req -in ask -CA root.pem -CAkey root.key -set_serial 7 -days 2 \
    -extfile authority.cnf -extensions authority -out authority.pem 2>/dev/null
  openssl ca -gencrl -config authority.cnf -name ca -cert root.pem -keyfile root.key \
    -out none.crl 2>/dev/null
  cat root.pem authority.pem >chain.pem
  rm ask
  ;;
stamps)
  openssl ts -reply -config authority.cnf -section stamp -queryfile "$2" -signer authority.pem \
    -inkey authority.key -out "$3" 2>/dev/null
  ;;
esac
