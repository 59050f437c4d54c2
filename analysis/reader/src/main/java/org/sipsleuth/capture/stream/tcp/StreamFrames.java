package org.sipsleuth.capture.stream.tcp;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteStream;

/// What became of the frames of one direction: each completes a message, or is counted once.
///
/// The newest frame is counted last: what waited for its bytes may still complete a message with
/// it.
final class StreamFrames {

    private final FrameAccounting account;

    /// Those that may hold a part of what is waited for.
    private final FrameAccounting.Pending pending = new FrameAccounting.Pending();

    /// Those that hold none, unless all of the stream is something else.
    private final FrameAccounting.Pending passed = new FrameAccounting.Pending();

    /// One before the newest whose bytes are given now; 0 if it is the newest.
    private int older;

    private int newest;
    private boolean newestGave;
    private boolean newestPassed;
    private @Nullable UnreadReason newestReason;
    private int newestDetail;
    private boolean gave;

    StreamFrames(FrameAccounting account) {
        this.account = account;
    }

    /// A frame whose bytes are given now.
    void add(int frame) {
        if (frame <= newest) {
            older = frame;
            return;
        }
        settle();
        newest = frame;
        newestGave = false;
        newestPassed = false;
        newestReason = null;
    }

    /// What came of the bytes given so far, the last of which the newest frame made ready.
    void became(ByteStream.Verdict verdict, ByteStream stream) {
        boolean passes = stream.passedEarlier();
        if (passes) {
            account.move(pending, passed);
        }
        newestPassed = older != 0 && (passes || newestPassed);
        if (older != 0) {
            account.leave(pending, older);
            older = 0;
        }
        switch (verdict) {
            case WAITING -> newestReason = null;
            case GAVE -> {
                gave = true;
                newestGave = true;
                account.count(UnreadReason.TCP_SEGMENT, pending);
                account.count(UnreadReason.TCP_OUTSIDE, passed);
            }
            case NOTHING, FOREIGN -> {
                UnreadReason reason = stream.unreadReason();
                newestReason = reason == null ? UnreadReason.TCP_FOREIGN : reason;
                newestDetail = stream.unreadDetail();
                account.count(newestReason, newestDetail, pending);
                account.count(newestReason, newestDetail, passed);
            }
        }
    }

    /// There are no more: what waits, waited in vain.
    ///
    /// @param nothingWaits whether nothing does
    void end(boolean nothingWaits) {
        settle();
        newest = 0;
        if (nothingWaits) {
            account.move(pending, passed);
        }
        account.count(gave ? UnreadReason.TCP_UNFINISHED : UnreadReason.TCP_FOREIGN, pending);
        account.count(gave ? UnreadReason.TCP_OUTSIDE : UnreadReason.TCP_FOREIGN, passed);
    }

    private void settle() {
        if (newest == 0 || newestGave) {
            return;
        }
        if (newestReason != null) {
            account.count(newestReason, newestDetail, newest);
        } else {
            account.leave(newestPassed ? passed : pending, newest);
        }
    }
}
