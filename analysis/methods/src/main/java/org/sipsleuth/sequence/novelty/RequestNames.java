package org.sipsleuth.sequence.novelty;

import java.util.Set;
import java.util.regex.Pattern;

/// Names requests by their method and by whether they belong to a dialog (RFC 3261 §12.2).
final class RequestNames {

    /// How a request is named.
    enum Kind {
        OUTSIDE_DIALOG(0), IN_DIALOG(1), NOT_CAPTURED(2);

        private static final int COUNT = values().length;

        private final int place;

        Kind(int place) {
            this.place = place;
        }

        /// A small number for a method and this.
        int number(int method) {
            return method * COUNT + place;
        }

        /// The kind of a [#number].
        static Kind of(int number) {
            return switch (number % COUNT) {
                case 0 -> OUTSIDE_DIALOG;
                case 1 -> IN_DIALOG;
                default -> NOT_CAPTURED;
            };
        }

        /// The method of a [#number].
        static int method(int number) {
            return number / COUNT;
        }
    }

    /// Sent within a dialog unless something is wrong.
    private static final Set<String> IN_DIALOG =
            Set.of("BYE", "PRACK", "UPDATE", "INFO", "NOTIFY", "REFER", "CANCEL", "ACK");

    /// Their repetition within a dialog has a name of its own.
    private static final Set<String> REPEATED = Set.of("INVITE", "SUBSCRIBE");

    private static final Pattern METHOD = Pattern.compile("[A-Za-z0-9.!%*_+`'~-]{1,40}");

    private RequestNames() {}

    /// The name of a request: `re-INVITE`.
    static String of(String method, Kind kind) {
        String name = METHOD.matcher(method).matches() ? method : "other";
        return switch (kind) {
            case NOT_CAPTURED -> "(" + name + ")";
            case OUTSIDE_DIALOG -> IN_DIALOG.contains(name) && !name.equals("CANCEL") ? name + "(no-dialog)" : name;
            case IN_DIALOG -> {
                if (REPEATED.contains(name)) {
                    yield "re-" + name;
                }
                yield IN_DIALOG.contains(name) ? name : name + "(in-dialog)";
            }
        };
    }
}
