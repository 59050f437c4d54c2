package org.sipsleuth.find;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.run.Counted;

/// Files that have to be read together, so that the calls in them are whole.
///
/// @param files in the order of their time, as the user named them
/// @param callIds of the dialogs that were found, and of the legs of their calls in the same file
/// @param counted the messages and dialogs in the files
/// @param found the time of the first call that was found
/// @param time when dialogs count; all time if it does not matter
public record CallGroup(List<Path> files, Set<String> callIds, Counted counted, Span found, Span time) {

    public CallGroup {
        files = List.copyOf(files);
        callIds = Set.copyOf(callIds);
    }

    /// Both together.
    public CallGroup with(CallGroup other) {
        return new CallGroup(Stream.concat(files.stream(), other.files.stream()).toList(),
                Stream.concat(callIds.stream(), other.callIds.stream()).collect(Collectors.toSet()),
                new Counted(counted.messages() + other.counted.messages(), counted.dialogs() + other.counted.dialogs()),
                found, time);
    }

    /// The dialogs that were found in an index of the files, with all legs of their calls, in the order
    /// of their numbers.
    public int[] dialogs(SipIndex index, Legs legs) {
        return IntStream.range(0, index.dialogs().size())
                .filter(dialog -> callIds.contains(index.dialogs().callId(dialog)))
                .filter(dialog -> FolderSearch.isWithin(FolderSearch.span(index, dialog), time))
                .flatMap(dialog -> legs.legsOf(dialog).stream().mapToInt(Integer::intValue))
                .sorted()
                .distinct()
                .toArray();
    }

    /// Dialogs by the calls that they are legs of, in the order of the first of each.
    ///
    /// @param dialogs those that were found and are wanted; others are left out
    public static List<List<Integer>> byCall(int[] dialogs, Legs legs) {
        Set<Integer> left = IntStream.of(dialogs).boxed().collect(Collectors.toSet());
        List<List<Integer>> calls = new ArrayList<>();
        for (int dialog : dialogs) {
            List<Integer> call = legs.legsOf(dialog).stream().filter(left::remove).toList();
            if (!call.isEmpty()) {
                calls.add(call);
            }
        }
        return calls;
    }
}
