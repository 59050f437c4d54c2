package org.sipsleuth.dialog.ladder;

import java.util.List;

/// What the user wants to see of messages as a ladder.
///
/// @param settings which rows there are
/// @param arrangement what was done to lifelines
/// @param names what hosts are called
/// @param media streams that are drawn between the messages, in the order of their start
public record LadderPlan(LadderSettings settings, Arrangement arrangement, HostNames names, List<MediaArrow> media) {

    /// A row per message, a lifeline per address, no names.
    public static final LadderPlan PLAIN =
            new LadderPlan(LadderSettings.PLAIN, Arrangement.NONE, HostNames.NONE, List.of());

    public LadderPlan {
        media = List.copyOf(media);
    }

    /// The same with other settings.
    public LadderPlan with(LadderSettings now) {
        return new LadderPlan(now, arrangement, names, media);
    }

    /// The same, arranged in another way.
    public LadderPlan with(Arrangement now) {
        return new LadderPlan(settings, now, names, media);
    }

    /// The same with other names.
    public LadderPlan with(HostNames now) {
        return new LadderPlan(settings, arrangement, now, media);
    }

    /// The same with other streams.
    public LadderPlan with(List<MediaArrow> now) {
        return new LadderPlan(settings, arrangement, names, now);
    }

    /// Whether making the ladder reads every message, which takes its time.
    public boolean readsMessages() {
        return settings.compressed() || settings.onlySdp() || settings.lanes() == LaneKey.DOMAIN;
    }
}
