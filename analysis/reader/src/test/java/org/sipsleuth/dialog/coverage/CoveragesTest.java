package org.sipsleuth.dialog.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which files are one coverage. Times are in seconds.
class CoveragesTest {

    private static final long SECOND = 1_000_000_000L;
    private static final List<String> ETH0 = List.of("1\neth0");
    private static final List<String> ETH1 = List.of("1\neth1");
    private static final List<String> UNNAMED = List.of();

    private static Span span(double from, double to) {
        return new Span((long) (from * SECOND), (long) (to * SECOND));
    }

    private static FileSpan file(double from, double to, double usualGap, List<String> interfaces) {
        return new FileSpan(span(from, to), Span.NONE, SECOND, (long) (usualGap * SECOND), interfaces, FileSpan.NONE);
    }

    private static FileSpan part(double from, double to, int continues) {
        return new FileSpan(span(from, to), Span.NONE, SECOND, 0, UNNAMED, continues);
    }

    private static List<List<Integer>> files(FileSpan... files) {
        return Coverages.of(List.of(files)).all().stream().map(Coverage::files).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "9,    0.01, true", // overlap
        "11.9, 0.01, true", // within 2 s
        "12.1, 0.01, false",
        "14.9, 0.5,  true", // within ten usual gaps
        "15.1, 0.5,  false",
        "4,    0.01, true", // beside each other
    })
    void filesOfOneInterfaceAreOneCoverageIfTheyFollowSoon(double from, double usualGap, boolean isOne) {
        assertEquals(isOne ? List.of(List.of(0, 1)) : List.of(List.of(0), List.of(1)),
                files(file(0, 10, usualGap, ETH0), file(from, 20, 0.001, ETH0)));
    }

    @Test
    void whatLiesBesideALongFileIsOneWithWhatFollowsIt() {
        assertEquals(List.of(List.of(0, 1, 2)),
                files(file(0, 100, 0, ETH0), file(1, 2, 0, ETH0), file(101, 110, 0, ETH0)));
    }

    @Test
    void otherInterfacesAreOtherCoverages() {
        assertEquals(List.of(List.of(0), List.of(1)), files(file(0, 10, 0, ETH0), file(1, 9, 0, ETH1)));
    }

    @Test
    void filesThatNameNoInterfaceAreCoveragesOfTheirOwn() {
        assertEquals(List.of(List.of(0), List.of(1)), files(file(0, 10, 0, UNNAMED), file(1, 9, 0, UNNAMED)));
    }

    @Test
    void partsOfOneCaptureAreOneCoverage() {
        assertEquals(List.of(List.of(2, 0, 1)), files(part(10, 20, 2), part(30, 40, 0), part(0, 9, FileSpan.NONE)));
    }

    @Test
    void aFileWithoutFramesCoversNothing() {
        Coverages coverages = Coverages.of(List.of(FileSpan.EMPTY, file(0, 10, 0, ETH0)));
        assertEquals(List.of(List.of(1), List.of(0)), files(FileSpan.EMPTY, file(0, 10, 0, ETH0)));
        assertEquals(true, coverages.of(0).captured().isEmpty());
    }

    @Test
    void aCoverageLastsFromItsFirstFrameToItsLast() {
        Coverage only =
                Coverages.of(List.of(file(5, 8, 0, ETH0), file(0, 6, 0, ETH0), file(7, 7.5, 0, ETH0))).all().getFirst();
        assertEquals(new Coverage(List.of(1, 0, 2), span(0, 8), span(0, 8).toNanos(), Span.NONE), only);
    }

    @Test
    void onlyCapturedTimeCountsAndCountsOnce() {
        assertEquals(13 * SECOND, Coverages.of(List.of(file(0, 10, 0, UNNAMED), file(2, 5, 0, UNNAMED),
                file(8, 11, 0, UNNAMED), file(900, 902, 0, UNNAMED), FileSpan.EMPTY)).capturedNanos());
    }

    @Test
    void timesFarApartDoNotOverflow() {
        Span begin = new Span(Long.MIN_VALUE / 2 - 9, Long.MIN_VALUE / 2 - 9);
        Span end = new Span(Long.MAX_VALUE / 2 + 9, Long.MAX_VALUE / 2 + 9);
        assertEquals(Long.MAX_VALUE, begin.gapTo(end));
        assertEquals(-Long.MAX_VALUE, end.gapTo(begin));
    }

    private static FileSpan random(Random random) {
        double from = random.nextInt(200);
        return file(from, from + random.nextInt(20), random.nextDouble(),
                List.of(ETH0, ETH1, UNNAMED).get(random.nextInt(3)));
    }

    private static Set<Set<FileSpan>> sets(List<FileSpan> files) {
        return Coverages.of(files)
                .all()
                .stream()
                .map(each -> each.files().stream().map(files::get).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void theOrderOfFilesDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<FileSpan> files = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(_ -> random(random))
                .distinct() // equal ones are one element of a set
                .toList());
        Set<Set<FileSpan>> given = sets(files);
        Collections.shuffle(files, random);
        assertEquals(given, sets(files));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void coveragesOfPartsJoinToThoseOfTheWhole(long seed) {
        Random random = new Random(seed);
        List<FileSpan> some = List.of(random(random), random(random), part(500, 501, FileSpan.NONE));
        List<FileSpan> more = List.of(random(random), part(700, 701, FileSpan.NONE), part(702, 703, 1));
        List<FileSpan> both = new ArrayList<>(some);
        both.addAll(List.of(more.get(0), more.get(1), part(702, 703, 4)));
        assertEquals(Coverages.of(both).all(), Coverages.of(some).join(Coverages.of(more)).all());
    }
}
