package org.sipsleuth.evaluate.ngram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Normal messages for three purposes.
///
/// @param train what models learn
/// @param choose what thresholds are chosen with
/// @param test what they are tested with
record Split(List<LabelledMessage> train, List<LabelledMessage> choose, List<LabelledMessage> test) {

    /// Takes copies.
    Split {
        train = List.copyOf(train);
        choose = List.copyOf(choose);
        test = List.copyOf(test);
    }

    /// A half, a quarter and a quarter of the messages.
    static Split byMessage(List<LabelledMessage> messages, long seed) {
        List<LabelledMessage> shuffled = shuffled(messages, seed);
        int size = shuffled.size();
        return new Split(shuffled.subList(0, size / 2), shuffled.subList(size / 2, size * 3 / 4),
                shuffled.subList(size * 3 / 4, size));
    }

    /// The messages of a half, a quarter and a quarter of the dialogs. No message is equal to one
    /// of another part.
    static Split byDialog(List<LabelledMessage> messages, long seed) {
        Set<Integer> dialogs = new HashSet<>();
        messages.forEach(message -> dialogs.add(message.dialog()));
        List<Integer> order = new ArrayList<>(dialogs);
        Collections.sort(order);
        Collections.shuffle(order, new Random(seed));
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            places.put(order.get(i), i);
        }
        List<LabelledMessage> train = new ArrayList<>();
        List<LabelledMessage> choose = new ArrayList<>();
        List<LabelledMessage> test = new ArrayList<>();
        for (LabelledMessage message : messages) {
            int place = places.getOrDefault(message.dialog(), 0) * 4 / order.size();
            (place < 2 ? train : place == 2 ? choose : test).add(message);
        }
        return new Split(train, choose, test);
    }

    /// The same messages in a random order.
    static List<LabelledMessage> shuffled(List<LabelledMessage> messages, long seed) {
        List<LabelledMessage> shuffled = new ArrayList<>(messages);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
