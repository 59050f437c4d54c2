package org.sipsleuth.view.account;

/// One line of the account.
///
/// @param kind what the line counts
/// @param file the name of the file it speaks of
/// @param reason why frames yielded no message, what is wrong with messages, or how the file
///     follows others
/// @param count how many frames, messages or places
/// @param examples numbers of the first frames, separated by comma and space; may be empty
record AccountRow(Kind kind, String file, String reason, long count, String examples) {

    /// What is counted.
    enum Kind {
        /// The file's place in the order of time; its count is the place.
        PLACE,
        /// Frames that another file yielded before.
        REPEATED,
        /// Frames that yielded no message, and may hold SIP.
        NOT_READ,
        /// Other frames that yielded no message.
        NO_MESSAGE,
        /// Messages that have a defect.
        DEFECT,
        /// Places in TCP streams where bytes were not captured.
        GAP,
        /// A place from which on the file could not be read; its count is the byte.
        DAMAGE
    }
}
