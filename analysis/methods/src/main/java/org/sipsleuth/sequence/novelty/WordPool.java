package org.sipsleuth.sequence.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.MessageTable;

/// Numbers the distinct words of a capture in the order in which they first came, and what each is
/// in the order of transactions. One thread.
final class WordPool {

    private final WordTrie trie;
    private final MessageTable messages;

    /// The word of each node plus one, cut ones behind the others.
    private final int[] ofNodes;

    private final List<TransactionWord> words = new ArrayList<>();
    private final List<Integer> stepOfWords = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> steps = new ArrayList<>();

    WordPool(WordTrie trie, MessageTable messages) {
        this.trie = trie;
        this.messages = messages;
        this.ofNodes = new int[2 * trie.size()];
        step(Transition.START);
        step(Transition.CUT);
        step(Transition.END);
    }

    private int step(String name) {
        return numbers.computeIfAbsent(name, _ -> {
            steps.add(name);
            return steps.size() - 1;
        });
    }

    /// The number of a word.
    int number(int node, boolean isCut) {
        int place = 2 * node + (isCut ? 1 : 0);
        if (ofNodes[place] == 0) {
            TransactionWord word = word(trie.symbols(node), isCut);
            words.add(word);
            boolean isHidden = isCut && word.status().isEmpty();
            stepOfWords.add(step(isHidden ? Transition.CUT : word.step()));
            ofNodes[place] = words.size();
        }
        return ofNodes[place] - 1;
    }

    private TransactionWord word(int[] symbols, boolean isCut) {
        int method = RequestNames.Kind.method(symbols[0]);
        String name = method == HopUnitReader.OTHER_METHOD ? "request" : messages.typeName(method);
        return new TransactionWord(RequestNames.of(name, RequestNames.Kind.of(symbols[0])),
                Arrays.stream(symbols).skip(1).mapToObj(messages::typeName).toList(), isCut);
    }

    /// What a word is in the order of transactions, as a place in [#steps].
    int step(int word) {
        return stepOfWords.get(word);
    }

    /// The words, by their numbers.
    List<TransactionWord> words() {
        return words;
    }

    /// The steps in the order of transactions: [Transition#START], [Transition#CUT],
    /// [Transition#END] and those of the words.
    List<String> steps() {
        return steps;
    }
}
