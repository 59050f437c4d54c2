package org.sipsleuth.capture.stream;

import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;

/// Takes the bytes of one direction of a connection, in their order.
public interface ByteStream {

    /// What came of some bytes.
    enum Verdict {
        /// They belong to something that is not complete yet.
        WAITING,
        /// They completed at least one message.
        GAVE,
        /// They, and all that follow, are nothing that is looked for.
        FOREIGN
    }

    /// Takes the next bytes.
    ///
    /// @param arrival when the frame that brought them came, and between whom it went; used again
    /// @param bytes hold them; used again
    /// @param from where they begin
    /// @param to where they end (exclusive)
    /// @param origin the pieces of the capture that they came from, as long as they are
    Verdict data(Arrival arrival, byte[] bytes, int from, int to, Provenance origin);

    /// Some bytes were not captured; the next ones follow behind them.
    ///
    /// @param missingBytes how many; 0 where that is not known
    Verdict gap(Arrival arrival, long missingBytes);

    /// There are no more: the connection ended, or the capture did.
    void end();
}
