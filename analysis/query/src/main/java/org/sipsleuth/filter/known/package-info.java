/// The fields that every capture has: Wireshark's of frames, addresses, SIP and SDP, and ours of
/// dialogs.
///
/// In: a message. Out: their values, gathered in
/// [org.sipsleuth.filter.known.KnownFields#catalog].
@NullMarked
package org.sipsleuth.filter.known;

import org.jspecify.annotations.NullMarked;
