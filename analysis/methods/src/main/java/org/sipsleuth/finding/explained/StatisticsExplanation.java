package org.sipsleuth.finding.explained;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.sipsleuth.dialog.statistics.Distribution;
import org.sipsleuth.dialog.statistics.Distribution.Percentile;
import org.sipsleuth.dialog.statistics.Metric;
import org.sipsleuth.dialog.statistics.Ratio;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// How figures of the statistics came about (RFC 6076).
public final class StatisticsExplanation {

    private static final MethodTexts TEXTS = MethodTexts.beside(StatisticsExplanation.class);

    private StatisticsExplanation() {}

    /// Of a metric that is a share; nothing where there are no attempts.
    public static Optional<Explanation> of(Metric metric, Ratio ratio) {
        String key = metric.name().toLowerCase(Locale.ROOT);
        return ratio.share().isEmpty() ? Optional.empty()
                : Optional.of(share(name(metric), ratio, TEXTS.sentence("counted." + key), TEXTS.sentence("all." + key),
                        TEXTS.sentence("direction." + key), source(metric)));
    }

    /// Of a share of all in its group; nothing where there are none.
    ///
    /// @param name what is counted
    public static Optional<Explanation> of(Sentence name, Ratio ratio) {
        return ratio.share().isEmpty() ? Optional.empty()
                : Optional.of(share(name, ratio, TEXTS.sentence("counted"), TEXTS.sentence("all"),
                        TEXTS.sentence("direction.none"), Explanation.page("STATISTICS", "Counts")));
    }

    private static Explanation share(Sentence name, Ratio ratio, Sentence counted, Sentence all, Sentence direction,
            Sentence source) {
        return Explanation.of(name, "c ÷ n",
                List.of(Input.of("c", counted, ratio.counted()), Input.of("n", all, ratio.all())), direction, source);
    }

    /// Of a percentile of a metric that is a time, in seconds; nothing where there are too few values.
    public static Optional<Explanation> of(Metric metric, Distribution times, Percentile percentile) {
        return percentile(name(metric), TEXTS.sentence("time." + metric.name().toLowerCase(Locale.ROOT)), times,
                percentile, source(metric));
    }

    /// Of a percentile of response times, in seconds; nothing where there are too few values.
    ///
    /// @param method of the requests
    public static Optional<Explanation> of(String method, Distribution times, Percentile percentile) {
        return percentile(Sentence.captured(method), TEXTS.sentence("time.response"), times, percentile,
                Explanation.page("STATISTICS", "Response times"));
    }

    private static Optional<Explanation> percentile(Sentence name, Sentence what, Distribution times,
            Percentile percentile, Sentence source) {
        OptionalLong nanos = times.percentile(percentile);
        if (nanos.isEmpty()) {
            return Optional.empty();
        }
        long rank = ((long) percentile.percent() * times.count() + 99) / 100;
        return Optional.of(Explanation.of(TEXTS.sentence("percentile", name, Sentence.count(percentile.percent())),
                "t ÷ 1000000000",
                List.of(Input.of("t",
                        TEXTS.sentence("rank", what, Sentence.count(rank), Sentence.count(times.count()),
                                Sentence.count(percentile.percent())),
                        nanos.getAsLong())),
                TEXTS.sentence("direction.time"), source));
    }

    /// Of the longest time of a metric, in seconds; nothing where there are none.
    public static Optional<Explanation> longest(Metric metric, Distribution times) {
        return longest(name(metric), TEXTS.sentence("time." + metric.name().toLowerCase(Locale.ROOT)), times,
                source(metric));
    }

    /// Of the longest response time, in seconds; nothing where there are none.
    ///
    /// @param method of the requests
    public static Optional<Explanation> longest(String method, Distribution times) {
        return longest(Sentence.captured(method), TEXTS.sentence("time.response"), times,
                Explanation.page("STATISTICS", "Response times"));
    }

    private static Optional<Explanation> longest(Sentence name, Sentence what, Distribution times, Sentence source) {
        return times.most().isEmpty() ? Optional.empty()
                : Optional.of(Explanation.of(
                        TEXTS.sentence("longest", name), "t ÷ 1000000000", List.of(Input.of("t",
                                TEXTS.sentence("most", what, Sentence.count(times.count())), times.most().getAsLong())),
                        TEXTS.sentence("direction.time"), source));
    }

    private static Sentence name(Metric metric) {
        return Sentence.name((metric.acronym() + " " + metric.title()).strip());
    }

    private static Sentence source(Metric metric) {
        return metric.section().isEmpty() ? Explanation.page("STATISTICS", "Metrics of RFC 6076")
                : Sentence.name("RFC 6076 §" + metric.section());
    }
}
