package org.sipsleuth.social.detection;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.flag.FlagSettings;
import org.sipsleuth.social.flag.NeighbourFlags;
import org.sipsleuth.social.flag.NeighbourModel;

/// What can be set for training, and what is compared in captures.
final class SocialSettings {

    static final String FALSE_ALARMS = "false-alarms";
    static final String FALSE_FLAGS = "false-flags";
    static final String MOST_ROWS = "most-rows";

    /// Not among them: dynamicity, a share of the users of a place, and calls off hours, as a
    /// capture does not say in which zone it was made.
    static final List<Feature> FEATURES = List.of(Feature.INTERACTIVITY, Feature.ACTIVE_DAYS, Feature.SOCIALITY,
            Feature.CALLS_MADE, Feature.CALLS_RECEIVED, Feature.ANSWERED, Feature.TALK_SECONDS, Feature.MINUTES,
            Feature.NEW_CALLEES, Feature.RECIPROCITY);

    /// Those by which users are flagged: they do not depend on how long was looked.
    static final List<Feature> COMPARED = FEATURES.stream().filter(NeighbourModel.COMPARABLE::contains).toList();

    static final List<Setting> ALL = List.of(
            Setting.real(FALSE_ALARMS, 0.001, "", 0.000_1, 0.5, SocialMethod.TEXTS.text("setting.false-alarms")),
            Setting.real(FALSE_FLAGS, NeighbourFlags.USUAL_SHARE, "", 0.000_1, 0.5,
                    SocialMethod.TEXTS.text("setting.false-flags")),
            Setting.whole(MOST_ROWS, 5_000, "rows", FlagSettings.FEWEST_ROWS, FlagSettings.MOST_ROWS,
                    SocialMethod.TEXTS.text("setting.most-rows")));

    private SocialSettings() {}

    static FlagSettings of(Settings values, long seed) {
        return new FlagSettings(values.real(FALSE_ALARMS), values.count(MOST_ROWS), seed);
    }
}
