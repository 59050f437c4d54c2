package org.sipsleuth.capture.stream;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;

/// One verdict about bytes that held several things, or only a part of one: for a stream that lies
/// around another.
///
/// What gave a message counts most, then what ends the reading, then what is still waited for.
public final class Tally {

    private boolean gave;
    private boolean foreign;
    private boolean insideWaits;
    private @Nullable UnreadReason reason;
    private int detail;

    /// Begins with the next bytes. That the rest is foreign, and what is waited for, stays.
    public void begin() {
        gave = false;
    }

    /// Adds what the stream inside made of some bytes.
    ///
    /// @param otherwise the reason if it says no more than that they are not SIP
    public void add(ByteStream.Verdict verdict, ByteStream inside, UnreadReason otherwise) {
        insideWaits = verdict == ByteStream.Verdict.WAITING;
        switch (verdict) {
            case WAITING -> {
            }
            case GAVE -> gave = true;
            case NOTHING, FOREIGN -> {
                UnreadReason said = inside.unreadReason();
                boolean ends = verdict == ByteStream.Verdict.FOREIGN;
                note(said == null ? otherwise : said, inside.unreadDetail(), ends);
            }
        }
    }

    /// Says that nothing is waited for any more by the stream inside.
    ///
    /// @param otherwise what it was then, if it did wait
    public void endInside(UnreadReason otherwise) {
        if (insideWaits) {
            insideWaits = false;
            note(otherwise, 0, false);
        }
    }

    /// Says that something was read to its end that holds no message.
    public void nothing(UnreadReason why, int itsDetail) {
        note(why, itsDetail, false);
    }

    /// Says that all that follows is not read.
    public void foreign(UnreadReason why, int itsDetail) {
        note(why, itsDetail, true);
    }

    private void note(UnreadReason why, int itsDetail, boolean ends) {
        if (!foreign) {
            foreign = ends;
            reason = why;
            detail = itsDetail;
        }
    }

    /// Whether the rest is not read.
    public boolean isForeign() {
        return foreign;
    }

    /// The verdict.
    ///
    /// @param waits whether bytes are held that are not complete
    public ByteStream.Verdict verdict(boolean waits) {
        if (gave) {
            return ByteStream.Verdict.GAVE;
        }
        if (foreign) {
            return ByteStream.Verdict.FOREIGN;
        }
        return waits || insideWaits || reason == null ? ByteStream.Verdict.WAITING : ByteStream.Verdict.NOTHING;
    }

    /// The reason of the verdict.
    public @Nullable UnreadReason reason() {
        return reason;
    }

    /// The number that the reason speaks of.
    public int detail() {
        return detail;
    }
}
