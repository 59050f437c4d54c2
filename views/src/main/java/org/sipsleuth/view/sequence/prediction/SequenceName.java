package org.sipsleuth.view.sequence.prediction;

import java.util.List;
import java.util.Set;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.sequence.KnownDialogs;
import org.sipsleuth.sequence.unknown.SequenceText;
import org.sipsleuth.view.sequence.prediction.course.Moment;
import org.sipsleuth.view.ui.Texts;

/// Names a sequence of message types by its first request and how that ended: `Answered call, ended
/// with BYE`. A type says neither who sent a message nor on which hop.
final class SequenceName {

    private static final String INVITE = "INVITE";
    private static final String CANCEL = "CANCEL";

    /// These start nothing, so that what they belong to was not captured.
    private static final Set<String> NEVER_FIRST = Set.of("ACK", "BYE", CANCEL, "PRACK");

    private final String first;
    private String open = "";
    private String challenge = "";
    private String last = "";
    private boolean isAnswered;
    private boolean isAuthenticated;
    private boolean isModified;
    private boolean isCancelled;
    private boolean isEnded;

    private SequenceName(List<String> types) {
        first = types.getFirst();
        types.forEach(this::read);
    }

    /// The name; the sequence itself where it does not start with a request that can start a
    /// dialog.
    static String of(List<String> types) {
        if (types.isEmpty() || isStatus(types.getFirst()) || NEVER_FIRST.contains(types.getFirst())) {
            return SequenceText.text(types).text();
        }
        SequenceName name = new SequenceName(types);
        return name.first.equals(INVITE) ? name.ofCall() : name.ofRequest();
    }

    /// The name of a known sequence with its number, which keeps sequences of one name apart:
    /// `Answered call, ended with BYE (#2)`.
    static String of(KnownDialogs known, int number) {
        return Texts.text("sequence.prediction.name.number", of(known.types(number)), number);
    }

    /// What a known sequence is called beside a dialog that is still under way: by how it begins,
    /// since its outcome is open until then: `INVITE … (#59)`.
    static String soFar(KnownDialogs known, int number) {
        return Texts.text("sequence.prediction.name.number", soFar(known.types(number)), number);
    }

    /// How a sequence begins; of one that is longer, that it goes on.
    static String soFar(List<String> types) {
        return types.size() < 2 ? SequenceText.text(types).text()
                : Texts.text("sequence.prediction.name.so.far", DifferenceText.shown(types.getFirst()));
    }

    /// What a known sequence is called at a moment: by its outcome once the dialog has ended.
    static String at(Moment moment, int number) {
        KnownDialogs known = moment.course().model().known();
        return moment.isEnd() ? of(known, number) : soFar(known, number);
    }

    private static boolean isStatus(String type) {
        return type.length() == 3 && type.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void read(String type) {
        if (!isStatus(type)) {
            request(type);
        } else if (type.charAt(0) != '1') {
            if (open.equals(first)) {
                answer(type);
            } else {
                open = first; // its own response; what follows answers the first request again
            }
        }
    }

    private void request(String method) {
        isModified |= isAnswered && method.equals(INVITE);
        isEnded |= isAnswered && method.equals("BYE");
        isCancelled |= method.equals(CANCEL);
        if (!method.equals("ACK")) {
            open = method;
        }
    }

    private void answer(String status) {
        if (isAnswered) {
            return; // of a request within the dialog, or another hop's copy
        }
        boolean isChallenge = status.equals("401") || status.equals("407");
        isAnswered = status.charAt(0) == '2';
        isAuthenticated |= !challenge.isEmpty() && !isChallenge;
        challenge = isChallenge ? status : challenge;
        last = status;
    }

    private String ofCall() {
        if (isAnswered) {
            return Texts.text("sequence.prediction.name.answered", choice(isAuthenticated), choice(isModified),
                    choice(isEnded));
        }
        if (isCancelled || last.equals("487")) {
            return Texts.text("sequence.prediction.name.cancelled", choice(isAuthenticated));
        }
        return failed("call");
    }

    private String ofRequest() {
        return isAnswered ? Texts.text("sequence.prediction.name.request.answered", DifferenceText.shown(first), last,
                choice(isAuthenticated)) : failed("request");
    }

    private String failed(String what) {
        String outcome = last.isEmpty() ? "open"
                : last.equals(challenge) ? "challenged"
                : last.charAt(0) == '3' ? "redirected"
                : "refused";
        return Texts.text("sequence.prediction.name." + what + "." + outcome, DifferenceText.shown(first), last,
                choice(isAuthenticated));
    }

    private static int choice(boolean is) {
        return is ? 1 : 0;
    }
}
