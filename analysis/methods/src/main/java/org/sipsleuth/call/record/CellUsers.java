package org.sipsleuth.call.record;

import java.util.Arrays;
import java.util.List;

/// Which user the text of a cell means. Remembers the last one at each hash, as a few users make
/// most calls: 5 MiB at most. For one thread.
final class CellUsers {

    private static final int ROOM = 1 << 16;

    private static final List<UserNames.Kind> KINDS = List.of(UserNames.Kind.values());

    private final UserNames names;
    private final CallRecords.Builder calls;
    private final String[] texts = new String[ROOM];
    private final int[] numbers = new int[ROOM];

    CellUsers(UserNames names, CallRecords.Builder calls) {
        this.names = names;
        this.calls = calls;
        Arrays.fill(texts, "");
    }

    /// Why a text means no user.
    ///
    /// @param number what [#number] gave for it
    static UserNames.Kind kind(int number) {
        return number >= 0 ? UserNames.Kind.USER : KINDS.get(-1 - number);
    }

    private static int nobody(UserNames.Kind kind) {
        return -1 - KINDS.indexOf(kind == UserNames.Kind.USER ? UserNames.Kind.NOBODY : kind);
    }

    /// The user's number for the calls, or a negative number if the text means none.
    int number(CharSequence text) {
        if (text.isEmpty()) {
            return nobody(UserNames.Kind.NOBODY);
        }
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int place = (hash ^ (hash >>> 16)) & (ROOM - 1);
        if (!texts[place].contentEquals(text)) {
            String written = text.toString();
            String name = names.of(written);
            texts[place] = written;
            numbers[place] =
                    name.isEmpty() ? nobody(UserNames.kindOf(written)) : calls.number(name);
        }
        return numbers[place];
    }
}
