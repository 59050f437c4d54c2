package org.sipsleuth.view.dialogs.table.query;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;

/// Searches for some words in the dialogs of one index. What many dialogs share, sequences and
/// endpoints, is looked through once. One thread at a time.
final class DialogSearch {

    private final ColumnReader reader;
    private final SipIndex index;
    private final List<Word> words;

    /// @param words what a dialog must contain, in lower case
    DialogSearch(Listed listed, List<String> words) {
        reader = new ColumnReader(listed);
        this.index = listed.index();
        this.words = words.stream().map(Word::new).toList();
    }

    /// Whether each word occurs in the dialog: in its Call-ID, caller, callee, message types, user
    /// agent, outcome or addresses; or in what it is, where that is shown.
    boolean matches(int dialog) {
        if (words.isEmpty()) {
            return true;
        }
        DialogTable dialogs = index.dialogs();
        int sequence = dialogs.sequence(dialog);
        int source = index.messages().source(dialogs.firstMessage(dialog));
        int destination = index.messages().destination(dialogs.firstMessage(dialog));
        String[] own = null;
        for (Word word : words) {
            boolean shared = word.sequences.has(sequence, _ -> dialogs.sequenceText(dialog))
                    || word.endpoints.has(source, this::endpoint) || word.endpoints.has(destination, this::endpoint);
            if (shared) {
                continue;
            }
            own = own == null ? texts(dialog) : own;
            if (!occurs(word, own)) {
                return false;
            }
        }
        return true;
    }

    private String endpoint(int number) {
        return index.messages().endpoint(number).toString();
    }

    /// The texts that belong to the dialog alone.
    private String[] texts(int dialog) {
        DialogTable dialogs = index.dialogs();
        return new String[]{
            dialogs.caller(dialog),
            dialogs.callee(dialog),
            dialogs.callId(dialog),
            OwnColumn.MARK.text(reader, dialog),
            dialogs.userAgent(dialog),
            OwnColumn.TRUTH.text(reader, dialog)};
    }

    private static boolean occurs(Word word, String[] texts) {
        for (String text : texts) {
            if (contains(text, word.text)) {
                return true;
            }
        }
        return false;
    }

    /// Whether `text` contains `word`, which is in lower case and not empty. Allocates nothing.
    static boolean contains(String text, String word) {
        char small = word.charAt(0);
        char large = Character.toUpperCase(small);
        int last = text.length() - word.length();
        for (int at = 0; at <= last; at++) {
            char c = text.charAt(at);
            if ((c == small || c == large) && text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /// One word, with what is known about the shared texts.
    private static final class Word {
        final String text;
        final Known sequences;
        final Known endpoints;

        Word(String text) {
            this.text = text;
            sequences = new Known(text);
            endpoints = new Known(text);
        }
    }

    /// For numbered texts whether they contain a word.
    private static final class Known {
        private static final byte YES = 1;
        private static final byte NO = 2;

        private final String word;
        private byte[] answers = new byte[256];

        Known(String word) {
            this.word = word;
        }

        boolean has(int number, IntFunction<String> text) {
            if (number >= answers.length) {
                answers = Arrays.copyOf(answers, Math.max(number + 1, 2 * answers.length));
            }
            if (answers[number] == 0) {
                answers[number] = contains(text.apply(number), word) ? YES : NO;
            }
            return answers[number] == YES;
        }
    }
}
