package org.sipsleuth.app.workbench.page;

import static org.sipsleuth.view.ui.Texts.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// When the user did something, as briefly as can be: `today 09:58`, `20 Nov`. In the user's time
/// zone, unlike times of captures.
final class DayTime {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private DayTime() {}

    /// A moment.
    ///
    /// @param clock what today is, and the time zone
    static String of(Instant moment, Clock clock) {
        ZonedDateTime at = moment.atZone(clock.getZone());
        LocalDate today = LocalDate.now(clock);
        if (at.toLocalDate().equals(today)) {
            return text("workbench.start.today", TIME.format(at));
        }
        if (at.toLocalDate().equals(today.minusDays(1))) {
            return text("workbench.start.yesterday", TIME.format(at));
        }
        return (at.getYear() == today.getYear() ? DAY : YEAR).format(at);
    }
}
