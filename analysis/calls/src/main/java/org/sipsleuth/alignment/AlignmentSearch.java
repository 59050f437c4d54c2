package org.sipsleuth.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.alignment.words.MessageKind;

/// Finds the best [Alignment]. Dynamic programming over the prefixes of both sequences, with three
/// ways to stand at each pair of them: after a match, after messages repeated at once, within other
/// edits. Costs are compared in order: edits, substitutions, unlike substitutions, places of edits.
final class AlignmentSearch {

    private static final long EDIT = 1L << 40;
    private static final long SUBSTITUTION = 1L << 28;
    private static final long UNLIKE = 1L << 16;

    /// A new place of edits costs as much as three messages repeated in different places: `BYE BYE
    /// 200 200` is a BYE twice and a 200 twice, not a `BYE 200` put in between.
    private static final long PLACE = 3;

    private static final long REPEAT = 1;

    private static final long UNREACHABLE = Long.MAX_VALUE / 2;

    private static final int AFTER_MATCH = 0;
    private static final int AFTER_REPEAT = 1;
    private static final int WITHIN_EDITS = 2;
    private static final int WAYS = 3;

    /// How one came to each way, in one byte: 2 bits for a match, 2 for a repeat, 4 for edits.
    private static final int REPEAT_SHIFT = 2;

    private static final int EDITS_SHIFT = 4;

    private final List<String> known;
    private final List<String> other;
    private final int[] a;
    private final int[] b;
    private final MessageKind[] kindsOfA;
    private final MessageKind[] kindsOfB;
    private final byte[] origins;

    /// Costs at each column, three ways each: of the row before and of this row.
    private long[] above;

    private long[] row;

    AlignmentSearch(List<String> known, List<String> other) {
        this.known = known;
        this.other = other;
        Map<String, Integer> numbers = new HashMap<>();
        a = numbers(known, numbers);
        b = numbers(other, numbers);
        kindsOfA = known.stream().map(MessageKind::of).toArray(MessageKind[]::new);
        kindsOfB = other.stream().map(MessageKind::of).toArray(MessageKind[]::new);
        origins = new byte[(a.length + 1) * (b.length + 1)];
        above = new long[(b.length + 1) * WAYS];
        row = new long[(b.length + 1) * WAYS];
    }

    private static int[] numbers(List<String> sequence, Map<String, Integer> numbers) {
        return sequence.stream().mapToInt(type -> {
            Integer number = numbers.putIfAbsent(type, numbers.size());
            return number == null ? numbers.size() - 1 : number;
        }).toArray();
    }

    /// The edits, in order.
    List<Edit> edits() {
        for (int i = 0; i <= a.length; i++) {
            Arrays.fill(row, UNREACHABLE);
            for (int j = 0; j <= b.length; j++) {
                int origin = i + j == 0 ? 0 : match(i, j) | repeat(i, j) | edit(i, j);
                origins[i * (b.length + 1) + j] = (byte) origin;
                if (i + j == 0) {
                    row[AFTER_MATCH] = 0;
                }
            }
            long[] free = above;
            above = row;
            row = free;
        }
        EditStep[] steps = trace();
        new EditSlides(known, other, steps).settle();
        return edits(steps);
    }

    private int match(int i, int j) {
        if (i == 0 || j == 0 || a[i - 1] != b[j - 1]) {
            return 0;
        }
        int from = (j - 1) * WAYS;
        int origin = AFTER_MATCH;
        for (int way = AFTER_REPEAT; way < WAYS; way++) {
            origin = above[from + way] < above[from + origin] ? way : origin;
        }
        row[j * WAYS] = above[from + origin];
        return origin;
    }

    /// The origin: the way it came from, plus 2 for a deletion.
    private int repeat(int i, int j) {
        long best = UNREACHABLE;
        int origin = 0;
        if (j > 1 && b[j - 1] == b[j - 2]) {
            int from = (j - 1) * WAYS;
            long first = row[from] + REPEAT;
            long further = row[from + AFTER_REPEAT];
            best = Math.min(first, further);
            origin = first <= further ? AFTER_MATCH : AFTER_REPEAT;
        }
        if (i > 1 && a[i - 1] == a[i - 2]) {
            long first = above[j * WAYS] + REPEAT;
            long further = above[j * WAYS + AFTER_REPEAT];
            if (Math.min(first, further) < best) {
                best = Math.min(first, further);
                origin = 2 + (first <= further ? AFTER_MATCH : AFTER_REPEAT);
            }
        }
        row[j * WAYS + AFTER_REPEAT] = Math.min(best + EDIT, UNREACHABLE);
        return origin << REPEAT_SHIFT;
    }

    /// The origin: the way it came from, plus three times the step's place among [EditStep#EDITS].
    private int edit(int i, int j) {
        long best = UNREACHABLE;
        int origin = 0;
        for (int place = 0; place < EditStep.EDITS.size(); place++) {
            EditStep step = EditStep.EDITS.get(place);
            int fromI = i - step.known;
            int fromJ = j - step.other;
            if (fromI < 0 || fromJ < 0) {
                continue;
            }
            long cost = EDIT;
            if (step == EditStep.SUBSTITUTE) {
                if (a[fromI] == b[fromJ]) {
                    continue;
                }
                boolean alike = kindsOfA[fromI] == kindsOfB[fromJ];
                cost += SUBSTITUTION + (alike ? 0 : UNLIKE);
            }
            long[] costs = fromI < i ? above : row;
            for (int way = AFTER_MATCH; way < WAYS; way++) {
                long sum = costs[fromJ * WAYS + way] + cost + (way == WITHIN_EDITS ? 0 : PLACE);
                if (sum < best) {
                    best = sum;
                    origin = way + WAYS * place;
                }
            }
        }
        row[j * WAYS + WITHIN_EDITS] = best;
        return origin << EDITS_SHIFT;
    }

    private EditStep[] trace() {
        List<EditStep> steps = new ArrayList<>();
        int i = a.length;
        int j = b.length;
        int way = AFTER_MATCH;
        for (int w = AFTER_REPEAT; w < WAYS; w++) {
            way = above[j * WAYS + w] < above[j * WAYS + way] ? w : way;
        }
        while (i > 0 || j > 0) {
            int origin = origins[i * (b.length + 1) + j] & 0xff;
            EditStep step = step(way, origin);
            way = wayBefore(way, origin);
            steps.add(step);
            i -= step.known;
            j -= step.other;
        }
        return steps.reversed().toArray(EditStep[]::new);
    }

    private static EditStep step(int way, int origin) {
        return switch (way) {
            case AFTER_MATCH -> EditStep.MATCH;
            case AFTER_REPEAT -> (origin >> REPEAT_SHIFT & 2) == 0 ? EditStep.INSERT : EditStep.DELETE;
            default -> EditStep.EDITS.get((origin >> EDITS_SHIFT) / WAYS);
        };
    }

    private static int wayBefore(int way, int origin) {
        return switch (way) {
            case AFTER_MATCH -> origin & 3;
            case AFTER_REPEAT -> origin >> REPEAT_SHIFT & 1;
            default -> (origin >> EDITS_SHIFT) % WAYS;
        };
    }

    private static List<Edit> edits(EditStep[] steps) {
        List<Edit> edits = new ArrayList<>(steps.length);
        int i = 0;
        int j = 0;
        for (EditStep step : steps) {
            edits.add(switch (step) {
                case INSERT -> new Edit.Insertion(i, j);
                case DELETE -> new Edit.Deletion(i, j);
                case SUBSTITUTE -> new Edit.Substitution(i, j);
                case MATCH -> new Edit.Match(i, j);
            });
            i += step.known;
            j += step.other;
        }
        return List.copyOf(edits);
    }
}
