package org.sipsleuth.call.record;

import java.util.Arrays;

/// Which user the text of a cell means. Remembers the last one at each hash, as a few users make
/// most calls: 5 MiB at most. For one thread.
final class CellUsers {

    private static final int ROOM = 1 << 16;
    private static final int NOBODY = -1;
    private static final int WITHHELD = -2;
    private static final int SERVICE_CODE = -3;

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
        return switch (number) {
            case NOBODY -> UserNames.Kind.NOBODY;
            case WITHHELD -> UserNames.Kind.WITHHELD;
            case SERVICE_CODE -> UserNames.Kind.SERVICE_CODE;
            default -> UserNames.Kind.USER;
        };
    }

    private static int nobody(UserNames.Kind kind) {
        return switch (kind) {
            case NOBODY, USER -> NOBODY;
            case WITHHELD -> WITHHELD;
            case SERVICE_CODE -> SERVICE_CODE;
        };
    }

    /// The user's number for the calls, or a negative number if the text means none.
    int number(CharSequence text) {
        if (text.isEmpty()) {
            return NOBODY;
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
            numbers[place] = name.isEmpty() ? nobody(UserNames.kindOf(written)) : calls.number(name);
        }
        return numbers[place];
    }
}
