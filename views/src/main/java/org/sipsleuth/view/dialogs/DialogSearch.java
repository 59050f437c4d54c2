package org.sipsleuth.view.dialogs;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;

/// Looks for words in the dialogs of one index. Keeps the texts that many dialogs share, hence one
/// thread at a time.
final class DialogSearch {

    private final SipIndex index;
    private @Nullable String[] sequences = new @Nullable String[64];
    private @Nullable String[] endpoints = new @Nullable String[64];

    DialogSearch(SipIndex index) {
        this.index = index;
    }

    /// Whether each word occurs in the dialog: in its Call-ID, caller, callee, message types, user
    /// agent, state or addresses.
    boolean matches(int dialog, List<String> words) {
        for (String word : words) {
            if (!matches(dialog, word)) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(int dialog, String word) {
        DialogTable dialogs = index.dialogs();
        return contains(dialogs.caller(dialog), word)
                || contains(dialogs.callee(dialog), word)
                || contains(dialogs.callId(dialog), word)
                || contains(dialogs.state(dialog).text(), word)
                || contains(endpoint(DialogColumn.SOURCE.endpoint(index, dialog)), word)
                || contains(endpoint(DialogColumn.DESTINATION.endpoint(index, dialog)), word)
                || contains(dialogs.userAgent(dialog), word)
                || contains(sequence(dialog), word);
    }

    /// Whether `text` contains `word`, which is in lower case. Allocates nothing.
    static boolean contains(String text, String word) {
        int last = text.length() - word.length();
        for (int at = 0; at <= last; at++) {
            int same = 0;
            while (same < word.length()
                    && Character.toLowerCase(text.charAt(at + same)) == word.charAt(same)) {
                same++;
            }
            if (same == word.length()) {
                return true;
            }
        }
        return false;
    }

    private String sequence(int dialog) {
        int number = index.dialogs().sequence(dialog);
        sequences = grown(sequences, number);
        String text = sequences[number];
        if (text == null) {
            text = index.dialogs().sequenceText(dialog);
            sequences[number] = text;
        }
        return text;
    }

    private String endpoint(int number) {
        endpoints = grown(endpoints, number);
        String text = endpoints[number];
        if (text == null) {
            text = index.messages().endpoint(number).toString();
            endpoints[number] = text;
        }
        return text;
    }

    private static @Nullable String[] grown(@Nullable String[] texts, int number) {
        return number < texts.length
                ? texts
                : Arrays.copyOf(texts, Math.max(number + 1, 2 * texts.length));
    }
}
