package org.sipsleuth.capture.tls.cipher;

import org.jspecify.annotations.Nullable;

/// Opens the records of one direction that are sealed by one set of keys.
public interface RecordDecryptor {

    /// The bytes of a record's header: type, version, length.
    int HEADER_BYTES = 5;

    /// Opens a record.
    ///
    /// @param bytes hold it
    /// @param from where its header begins
    /// @param length the bytes behind the header
    /// @param sequence its number among the records of these keys, from 0
    /// @return what it holds, or null if it does not authenticate
    byte @Nullable [] open(byte[] bytes, int from, int length, long sequence);
}
