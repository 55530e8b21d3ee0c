-- The entry that says whose key it is; also of a key that was revoked since.
SELECT entry FROM key_holder WHERE public_key = :key
