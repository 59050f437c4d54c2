package org.sipsleuth.edge.replay;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.edge.stage.BanSettings;
import org.sipsleuth.edge.stage.FilterSettings;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.stage.QueueSettings;

/// The settings of a replay.
///
/// @param protections what is on, in the order in which messages pass it, each once
/// @param stack the SIP stack
/// @param retry what refused clients do
/// @param filter of [Protection#FILTER]
/// @param ban of [Protection#FAILURE_BAN]
/// @param queues of [Protection#QUEUES]
/// @param targetPerSecond new sessions per second and called user, of [Protection#TARGET_LIMIT]
/// @param patienceSeconds a caller who hears nothing for so long hangs up; more than 0
/// @param hasFeedback whether earlier stages hear what later ones discard
public record EdgeSettings(List<Protection> protections, StackSettings stack, Retry retry, FilterSettings filter,
        BanSettings ban, QueueSettings queues, double targetPerSecond, double patienceSeconds, boolean hasFeedback) {

    /// The basic architecture with its usual settings; clients retransmit.
    public static final EdgeSettings USUAL = new EdgeSettings(Protection.basic(), StackSettings.USUAL, Retry.RFC3261,
            FilterSettings.USUAL, BanSettings.USUAL, QueueSettings.USUAL, 5, 10, true);

    /// @throws IllegalArgumentException if a protection is there twice
    public EdgeSettings {
        protections = List.copyOf(protections);
        if (protections.stream().distinct().count() < protections.size()) {
            throw new IllegalArgumentException("a protection is there twice");
        }
    }

    /// The same with other protections.
    public EdgeSettings with(List<Protection> others) {
        return new EdgeSettings(others, stack, retry, filter, ban, queues, targetPerSecond, patienceSeconds,
                hasFeedback);
    }

    /// The same with a protection switched on, at its usual place, or off.
    public EdgeSettings with(Protection protection, boolean isOn) {
        if (protections.contains(protection) == isOn) {
            return this;
        }
        List<Protection> others = new ArrayList<>(protections);
        if (!isOn) {
            others.remove(protection);
            return with(others);
        }
        int place = 0;
        while (place < others.size() && others.get(place).compareTo(protection) < 0) {
            place++;
        }
        others.add(place, protection);
        return with(others);
    }

    /// The same with another stack.
    public EdgeSettings with(StackSettings other) {
        return new EdgeSettings(protections, other, retry, filter, ban, queues, targetPerSecond, patienceSeconds,
                hasFeedback);
    }

    /// The same with other clients.
    public EdgeSettings with(Retry other) {
        return new EdgeSettings(protections, stack, other, filter, ban, queues, targetPerSecond, patienceSeconds,
                hasFeedback);
    }

    /// The same with feedback or without.
    public EdgeSettings withFeedback(boolean isOn) {
        return new EdgeSettings(protections, stack, retry, filter, ban, queues, targetPerSecond, patienceSeconds, isOn);
    }

    /// Whether a protection is on.
    public boolean has(Protection protection) {
        return protections.contains(protection);
    }
}
