package org.sipsleuth.edge.replay;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.sipsleuth.edge.stage.Ruling;
import org.sipsleuth.edge.traffic.Direction;

/// How many messages of one class have which outcome.
final class OutcomeCounts {

    private final Map<Direction, Map<MessageOutcome, int[]>> outcomes = new EnumMap<>(Direction.class);
    private final Map<Ruling, int[]> rulings = new EnumMap<>(Ruling.class);

    OutcomeCounts() {
        for (Direction direction : Direction.values()) {
            Map<MessageOutcome, int[]> its = new EnumMap<>(MessageOutcome.class);
            Arrays.stream(MessageOutcome.values()).forEach(each -> its.put(each, new int[1]));
            outcomes.put(direction, its);
        }
        Arrays.stream(Ruling.values()).forEach(each -> rulings.put(each, new int[1]));
    }

    void add(Direction direction, MessageOutcome outcome, Ruling ruling) {
        cell(direction, outcome)[0]++;
        Objects.requireNonNull(rulings.get(ruling))[0]++;
    }

    private int[] cell(Direction direction, MessageOutcome outcome) {
        return Objects.requireNonNull(Objects.requireNonNull(outcomes.get(direction)).get(outcome));
    }

    int of(Direction direction, MessageOutcome outcome) {
        return cell(direction, outcome)[0];
    }

    int of(Direction direction) {
        return Arrays.stream(MessageOutcome.values()).mapToInt(each -> of(direction, each)).sum();
    }

    int of(MessageOutcome outcome) {
        return Arrays.stream(Direction.values()).mapToInt(each -> of(each, outcome)).sum();
    }

    int of(Ruling ruling) {
        return Objects.requireNonNull(rulings.get(ruling))[0];
    }
}
