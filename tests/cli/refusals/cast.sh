# The people of tests/rules/cast.table, each with a key of their own, in a ledger called book.
# Stella is the steward, Cora the coordinator, Rex the recorder, Audra the auditor; Mel, Mo and
# Lee are members. The stories beside this file run it and read the public keys from the file
# keys.
minutebook init book --origin example.org/g --title "Rule stories" --keeper "A test" \
  --steward stella --no-passphrase -q >/dev/null
export MINUTEBOOK_LEDGER=$PWD/book
public_key() { minutebook key show "$1" | sed 's/.* //'; }
for name in cora rex audra mel mo lee zoe clerk2 log2; do
  # Every command of a line has the same fixed randomness: a key needs some of its own.
  MINUTEBOOK_TEST_SEED="cast $name" minutebook key new $name -q >/dev/null
done
for name in stella cora rex audra mel mo lee zoe log clerk2 log2; do
  echo "KEY_$name=$(public_key $name)"
done > keys
. ./keys
{
  for name in cora rex audra mel mo lee zoe; do
    echo '{"kind": "participantJoined", "id": "'$name'"}'
  done
  for name in cora rex audra mel mo lee; do
    echo '{"kind": "keyEnrolled", "purpose": "author", "participant": "'$name'",
      "publicKey": "'$(public_key $name)'"}' | tr -d '\n'
    echo
  done
  echo '{"kind": "keyEnrolled", "purpose": "clerk", "publicKey": "'$KEY_clerk2'"}'
  echo '{"kind": "keyEnrolled", "purpose": "log", "publicKey": "'$KEY_log2'"}'
  echo '{"kind": "rightGranted", "participant": "cora", "right": "coordinator"}'
  echo '{"kind": "rightGranted", "participant": "rex", "right": "recorder"}'
  echo '{"kind": "rightGranted", "participant": "audra", "right": "auditor"}'
  for name in mel mo lee; do
    echo '{"kind": "rightGranted", "participant": "'$name'", "right": "member"}'
  done
  echo '{"kind": "organisationRegistered", "id": "ORG", "name": "Harbour Advice"}'
  echo '{"kind": "initiativeOpened", "id": "INI", "title": "A fairer form"}'
  echo '{"kind": "stageOpened", "id": "S-1", "about": "INI", "title": "Working group"}'
  echo '{"kind": "groupFormed", "id": "WG", "about": "INI"}'
  echo '{"kind": "meetingScheduled", "id": "M-1", "start": "2026-01-05"}'
  echo '{"kind": "workOpened", "id": "REPORT", "title": "What we found"}'
} > cast.jsonl
minutebook import cast.jsonl --author stella -q >/dev/null
