package org.sipsleuth.capture.tls;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;

/// The sealed records of one side, in their order.
sealed interface RecordProtection permits Sealing12, Sealing13 {

    /// Opens the next record.
    ///
    /// @param bytes hold it
    /// @param from where its header begins
    /// @param length the bytes behind the header
    /// @return what it holds, or null if it cannot be opened
    byte @Nullable [] open(byte[] bytes, int from, int length);

    /// Opens a record before which some were lost.
    ///
    /// @param most how many may have been
    byte @Nullable [] find(byte[] bytes, int from, int length, int most);

    /// Says that a record was lost.
    void lost();

    /// Takes a handshake message that a record held.
    ///
    /// @param type what it is
    void message(int type);

    /// Why the last record could not be opened; null if later ones may be.
    @Nullable
    UnreadReason reason();
}
