package org.sipsleuth.dialog.ladder.layer;

/// What arrows of the same colour have in common.
public enum ColourBy {
    /// Request, 1xx, 2xx …
    MESSAGE_CLASS,
    /// The dialog.
    CALL_ID,
    /// The number and method of CSeq in the dialog.
    CSEQ,
    /// The transaction.
    TRANSACTION
}
