package org.sipsleuth.problem;

import java.util.List;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;

/// How severe a problem is: by how many it affects, never by how sure anybody is.
///
/// @param medium this share of all calls and more is medium
/// @param high this share of all calls and more is high
/// @param fewest so many calls at least are high
public record ProblemSeverity(double medium, double high, int fewest) {

    private static final String MEDIUM = "medium-share";
    private static final String HIGH = "high-share";
    private static final String FEWEST = "high-calls";

    /// The settings of the thresholds.
    public static List<Setting> settings() {
        return List.of(Setting.real(MEDIUM, 0.05, "of calls", 0, 1, ProblemTexts.TEXTS.text("setting.medium")),
                Setting.real(HIGH, 0.2, "of calls", 0, 1, ProblemTexts.TEXTS.text("setting.high")),
                Setting.whole(FEWEST, 3, "calls", 2, 1_000_000, ProblemTexts.TEXTS.text("setting.fewest")));
    }

    /// The thresholds that settings state.
    public static ProblemSeverity of(Settings settings) {
        return new ProblemSeverity(settings.real(MEDIUM), settings.real(HIGH), settings.count(FEWEST));
    }

    /// How many a problem affects.
    ///
    /// @param dialogs how many dialogs
    /// @param calls how many of these are calls
    /// @param users how many users
    /// @param isOfServer whether a trunk or a registrar causes it
    record Extent(int dialogs, int calls, int users, boolean isOfServer) {}

    /// Of a problem from which somebody suffered.
    ///
    /// @param all how many calls the capture has
    Severity of(Extent extent, long all) {
        double share = all == 0 ? 0 : (double) extent.calls() / all;
        if ((extent.isOfServer() && extent.users() > 1) || (share >= high && extent.calls() >= fewest)) {
            return Severity.HIGH;
        }
        boolean isRepeated = extent.dialogs() > Math.max(1, extent.users());
        boolean isFrequent = extent.calls() > 1 ? share >= medium : extent.calls() == 0 && extent.users() > 1;
        return isRepeated || isFrequent ? Severity.MEDIUM : Severity.LOW;
    }
}
