package org.sipsleuth.sequence.novelty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the order of messages departs from that of RFC 3261. Nothing is a deviation that the capture
/// may have hidden.
public enum Deviation {
    /// ACK was answered, which nothing may.
    RESPONSE_TO_ACK("§17"),
    /// A response came, and no request before it.
    RESPONSE_WITHOUT_REQUEST("§17.1"),
    /// An ACK came, and no INVITE before it.
    ACK_WITHOUT_INVITE("§13.2.2.4"),
    /// A 2xx to INVITE was never acknowledged.
    ANSWER_WITHOUT_ACK("§13.2.2.4"),
    /// Another final response to INVITE was never acknowledged.
    FINAL_WITHOUT_ACK("§17.1.1.3"),
    /// The ACK came before any final response.
    ACK_BEFORE_FINAL("§17.1.1.3"),
    /// Another response came after the final one.
    RESPONSE_AFTER_FINAL("§17.2.1"),
    /// CANCEL was sent before any provisional response.
    CANCEL_BEFORE_RESPONSE("§9.1"),
    /// A request that only dialogs have was sent outside of one.
    REQUEST_WITHOUT_DIALOG("§12.2"),
    /// BYE was sent in a dialog whose INVITE had failed.
    BYE_AFTER_FAILURE("§15");

    private static final int FIRST_FINAL = 200;

    private final String section;

    Deviation(String section) {
        this.section = section;
    }

    /// The word for texts: `final_without_ack`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The section of RFC 3261 that has the order: `§17.1.1.3`.
    public String section() {
        return section;
    }

    /// How a transaction departs, if it does; the first way in the order of its messages.
    public static Optional<Deviation> of(TransactionWord word) {
        if (word.isStray()) {
            if (word.request().equals("(ACK)")) {
                return Optional.of(RESPONSE_TO_ACK);
            }
            boolean isAck = word.types().size() == 1 && word.types().contains("ACK");
            return Optional.of(isAck ? ACK_WITHOUT_INVITE : RESPONSE_WITHOUT_REQUEST);
        }
        if (word.request().equals("BYE(no-dialog)") || word.request().equals("PRACK(no-dialog)")) {
            return Optional.of(REQUEST_WITHOUT_DIALOG);
        }
        boolean isFinal = false;
        for (int i = 0; i < word.types().size(); i++) {
            String type = word.types().get(i);
            if (type.equals("CANCEL") && i == 0) {
                return Optional.of(CANCEL_BEFORE_RESPONSE);
            }
            if (type.equals("ACK") && !isFinal) {
                return Optional.of(ACK_BEFORE_FINAL);
            }
            if (Character.isDigit(type.charAt(0))) {
                if (isFinal) {
                    return Optional.of(RESPONSE_AFTER_FINAL);
                }
                isFinal = Integer.parseInt(type) >= FIRST_FINAL;
            }
        }
        boolean isInvite = List.of("INVITE", "re-INVITE").contains(word.request());
        return isInvite && isFinal && !word.isCut() && !word.types().contains("ACK")
                ? Optional.of(word.status().startsWith("2") ? ANSWER_WITHOUT_ACK : FINAL_WITHOUT_ACK)
                : Optional.empty();
    }

    /// How a transaction in a dialog departs, if it does.
    public static Optional<Deviation> of(Transition transition) {
        boolean isBye = transition.next().startsWith("BYE/");
        boolean hasFailed = transition.before().matches("INVITE/[3-6]\\d\\d");
        return isBye && hasFailed ? Optional.of(BYE_AFTER_FAILURE) : Optional.empty();
    }
}
