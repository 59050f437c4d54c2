package org.sipsleuth.capture.stream.tcp;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.FrameAccount;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteStream;

/// What became of the frames of one direction: each completes a message, or is counted once.
///
/// The newest frame is counted last: what waited for its bytes may still complete a message with
/// it.
final class StreamFrames {

    private final FrameAccount account;
    private final FrameAccount.Pending pending = new FrameAccount.Pending();
    private int newest;
    private boolean newestGave;
    private @Nullable UnreadReason newestReason;
    private int newestDetail;
    private boolean gave;

    StreamFrames(FrameAccount account) {
        this.account = account;
    }

    /// A frame whose bytes are given now.
    void add(int frame) {
        if (frame <= newest) {
            account.leave(pending, frame);
            return;
        }
        settle();
        newest = frame;
        newestGave = false;
        newestReason = null;
    }

    /// What came of the bytes given so far, the last of which the newest frame made ready.
    void became(ByteStream.Verdict verdict, ByteStream stream) {
        switch (verdict) {
            case WAITING -> newestReason = null;
            case GAVE -> {
                gave = true;
                newestGave = true;
                account.count(UnreadReason.TCP_SEGMENT, pending);
            }
            case NOTHING, FOREIGN -> {
                UnreadReason reason = stream.unreadReason();
                newestReason = reason == null ? UnreadReason.TCP_FOREIGN : reason;
                newestDetail = stream.unreadDetail();
                account.count(newestReason, newestDetail, pending);
            }
        }
    }

    /// There are no more: what waits, waited in vain.
    void end() {
        settle();
        newest = 0;
        account.count(gave ? UnreadReason.TCP_UNFINISHED : UnreadReason.TCP_FOREIGN, pending);
    }

    private void settle() {
        if (newest == 0 || newestGave) {
            return;
        }
        if (newestReason != null) {
            account.count(newestReason, newestDetail, newest);
        } else {
            account.leave(pending, newest);
        }
    }
}
