/// The fields that every capture has: Wireshark's of frames, addresses, SIP and SDP, and ours of
/// dialogs.
///
/// In: a message. Out: their values, gathered in
/// [org.sipsleuth.filter.catalog.KnownFields#catalog].
@NullMarked
package org.sipsleuth.filter.catalog;

import org.jspecify.annotations.NullMarked;
