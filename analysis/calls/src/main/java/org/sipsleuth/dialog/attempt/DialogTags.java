package org.sipsleuth.dialog.attempt;

import java.util.Optional;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.field.NameAddr;

/// The two tags that distinguish the dialogs of a Call-ID (RFC 3261 §12), the same for both
/// directions.
///
/// @param lesser the one that comes first in the alphabet
/// @param greater the other one
record DialogTags(String lesser, String greater) {

    /// The tags of a message, read from its text; empty if one of them is missing, or if the
    /// capture was changed since.
    static Optional<DialogTags> of(SipIndex index, int message) {
        try {
            SipMessage sip = index.message(message);
            Optional<String> to = sip.to().flatMap(NameAddr::tag);
            return sip.from().flatMap(NameAddr::tag).flatMap(from -> to.map(other -> ordered(from, other)));
        } catch (CaptureChangedException e) {
            return Optional.empty();
        }
    }

    /// Whether a tag is one of the two.
    boolean has(String tag) {
        return tag.equals(lesser) || tag.equals(greater);
    }

    /// The From tag of a message; empty if it has none, or if the capture was changed since.
    static Optional<String> from(SipIndex index, int message) {
        try {
            return index.message(message).from().flatMap(NameAddr::tag);
        } catch (CaptureChangedException e) {
            return Optional.empty();
        }
    }

    private static DialogTags ordered(String one, String two) {
        return one.compareTo(two) <= 0 ? new DialogTags(one, two) : new DialogTags(two, one);
    }
}
