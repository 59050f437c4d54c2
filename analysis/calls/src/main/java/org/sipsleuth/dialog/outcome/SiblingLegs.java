package org.sipsleuth.dialog.outcome;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;

/// Dialogs that are one call although each has a Call-ID of its own: phones that a server lets ring
/// side by side or one after the other, and what is called again where a redirection, a challenge or
/// an incomplete number asks for it. Found once for the messages of an index; immutable.
public final class SiblingLegs {

    private static final Map<MessageTable, SiblingLegs> FOUND = new WeakHashMap<>();

    private final Map<Integer, End> ends;
    private final Map<Integer, Integer> origins;

    SiblingLegs(Map<Integer, End> ends, Map<Integer, Integer> origins) {
        this.ends = Map.copyOf(ends);
        this.origins = Map.copyOf(origins);
    }

    /// Why a leg ended although its call went on.
    ///
    /// @param cause [Cause#ANSWERED_ELSEWHERE], [Cause#STOPPED_BY_SERVER] or [Cause#FOLLOWED]
    /// @param message of another dialog, which shows it: the answer there, the INVITE that follows, or
    ///     the response to the caller
    public record End(Cause cause, int message) {}

    /// Those of an index. Cost: its columns; the text of the few messages that may belong together.
    public static SiblingLegs of(SipIndex index) {
        synchronized (FOUND) {
            return FOUND.computeIfAbsent(index.messages(), _ -> new SiblingSearch(index).run());
        }
    }

    /// Why the call went on in another dialog.
    ///
    /// @param message what ended the leg: its CANCEL, the BYE before any answer, or the final response
    public Optional<End> end(int message) {
        return Optional.ofNullable(ends.get(message));
    }

    /// The dialog with which the call of a dialog counts: itself, unless another one shows more of it.
    public int origin(int dialog) {
        return origins.getOrDefault(dialog, dialog);
    }
}
