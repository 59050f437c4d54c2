package org.sipsleuth.dialog.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.SipIndex;

/// The messages that a finding rests on, as numbers of one [SipIndex]. Immutable.
public final class Evidence {

    private final int[] dialogs;
    private final int[] messages;
    private final List<String> users;

    private Evidence(int[] dialogs, int[] messages, List<String> users) {
        this.dialogs = dialogs;
        this.messages = messages;
        this.users = List.copyOf(users);
    }

    /// All messages of some dialogs.
    ///
    /// @param users the addresses of record concerned
    public static Evidence ofDialogs(int[] dialogs, List<String> users) {
        return new Evidence(sorted(dialogs), new int[0], users);
    }

    /// Some messages, whatever dialogs they belong to.
    public static Evidence ofMessages(int[] messages, List<String> users) {
        return new Evidence(new int[0], sorted(messages), users);
    }

    /// The messages of all of these.
    public static Evidence union(List<Evidence> all, SipIndex index) {
        return ofMessages(all.stream().flatMapToInt(each -> Arrays.stream(each.messages(index))).toArray(), List.of());
    }

    private static int[] sorted(int[] numbers) {
        int[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int number : sorted) {
            if (count == 0 || sorted[count - 1] != number) {
                sorted[count++] = number;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /// The addresses of record concerned.
    public List<String> users() {
        return users;
    }

    /// Whether it cites messages of its own choice, not whole dialogs.
    public boolean isOfMessages() {
        return dialogs.length == 0 && messages.length > 0;
    }

    /// The numbers of the dialogs, in order.
    public int[] dialogs(SipIndex index) {
        if (messages.length == 0) {
            return dialogs.clone();
        }
        return sorted(Arrays.stream(messages).map(index.messages()::dialog).toArray());
    }

    /// The numbers of the messages, in order. Cost: the messages.
    public int[] messages(SipIndex index) {
        if (dialogs.length == 0) {
            return messages.clone();
        }
        return Arrays.stream(dialogs).flatMap(dialog -> IntStream.of(index.messagesOf(dialog))).sorted().toArray();
    }

    /// Whether it cites a message. Cost: a binary search.
    public boolean cites(int message, SipIndex index) {
        return dialogs.length == 0 ? Arrays.binarySearch(messages, message) >= 0
                : Arrays.binarySearch(dialogs, index.messages().dialog(message)) >= 0;
    }

    /// The frames that complete the messages, in the messages' order; each once.
    public List<FrameNumber> frames(SipIndex index) {
        return Arrays.stream(messages(index))
                .mapToObj(message -> new FrameNumber(index.messages().file(message), index.messages().frame(message)))
                .distinct()
                .toList();
    }

    /// The first of [#frames], and how many there are. Memory: the messages and a bit for each frame
    /// of the files.
    ///
    /// @param most how many are wanted
    public CitedFrames frames(SipIndex index, int most) {
        CitedFrames.Collector frames = new CitedFrames.Collector(most);
        for (int message : messages(index)) {
            frames.add(message, index);
        }
        return frames.all();
    }

    /// The same of each file, by its number.
    ///
    /// @param most how many are wanted of each file
    public SortedMap<Integer, CitedFrames> framesByFile(SipIndex index, int most) {
        SortedMap<Integer, CitedFrames.Collector> files = new TreeMap<>();
        for (int message : messages(index)) {
            files.computeIfAbsent(index.messages().file(message), _ -> new CitedFrames.Collector(most))
                    .add(message, index);
        }
        SortedMap<Integer, CitedFrames> frames = new TreeMap<>();
        files.forEach((file, collected) -> frames.put(file, collected.all()));
        return frames;
    }

    /// The files of the messages, as they were named, in the messages' order.
    public List<String> files(SipIndex index) {
        return Arrays.stream(messages(index))
                .map(index.messages()::file)
                .distinct()
                .mapToObj(file -> index.files().get(file).name())
                .toList();
    }

    /// The Call-IDs of the dialogs, in order.
    public List<String> callIds(SipIndex index) {
        return Arrays.stream(dialogs(index)).mapToObj(index.dialogs()::callId).toList();
    }

    /// The time of the first message, in ns since the epoch; 0 where there is none.
    public long fromNanos(SipIndex index) {
        return Arrays.stream(messages(index)).mapToLong(index.messages()::capturedAtNanos).min().orElse(0);
    }

    /// The time of the last message, in ns since the epoch; 0 where there is none.
    public long toNanos(SipIndex index) {
        return Arrays.stream(messages(index)).mapToLong(index.messages()::capturedAtNanos).max().orElse(0);
    }
}
