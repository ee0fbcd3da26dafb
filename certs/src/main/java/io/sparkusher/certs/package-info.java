/**
 * Keys and certificates: an authority, what it issues to a server, when to issue anew, and whom clients should trust
 * meanwhile. Everything here is a value or a pure function: files, Secrets and the clock are the caller's.
 */
@NullMarked
package io.sparkusher.certs;

import org.jspecify.annotations.NullMarked;
