"use strict";
// The tree of RFC 6962 and the chains of threads. Sizes and places are BigInt.

const leafHash = (bytes) => sha256(Uint8Array.of(0), bytes);
const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right);

/** The root that a path leads to, or null if it is not the length of a path for that place. */
async function rootFromPath(leaf, index, size, path) {
  if (index >= size) return null;
  let node = index;
  let last = size - 1n;
  let hash = leaf;
  for (const beside of path) {
    if (last === 0n) return null;
    if (node % 2n === 1n || node === last) {
      hash = await nodeHash(beside, hash);
      while (node % 2n === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      hash = await nodeHash(hash, beside);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return last === 0n ? hash : null;
}

/** How many hashes lead from there to the root. */
function pathLength(index, size) {
  let node = index;
  let length = 0;
  for (let last = size - 1n; last !== 0n; last >>= 1n) {
    if (node % 2n === 1n || node === last) {
      while (node % 2n === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    }
    node >>= 1n;
    length += 1;
  }
  return length;
}

async function isIncluded(leaf, index, size, path, root) {
  const reached = await rootFromPath(leaf, index, size, path);
  return reached !== null && sameBytes(reached, root);
}

async function threadKey(register, id) {
  return sha256(bytesOfText("minutebook/thread/v1\0" + register + "\0" + id));
}

async function chained(chain, index, leaf) {
  return sha256(Uint8Array.of(2), chain, u64(index), leaf);
}
