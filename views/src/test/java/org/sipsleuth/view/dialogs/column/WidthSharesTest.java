package org.sipsleuth.view.dialogs.column;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sipsleuth.view.dialogs.column.WidthShares.Wish;

class WidthSharesTest {

    private static final Wish OUTCOME = Wish.of(180, 210, 74, 74, true);
    private static final Wish CALLER = Wish.of(140, 138, 116, 69, false);
    private static final Wish CALLEE = Wish.of(60, 138, 116, 69, false);

    @Test
    void everyColumnHasWhatItNeedsWhereThereIsRoom() {
        double[] widths = WidthShares.of(400, List.of(CALLER, CALLEE, OUTCOME));
        assertTrue(widths[0] >= 140 && widths[1] >= 60 && widths[2] >= 180, words(widths));
        assertEquals(400, Arrays.stream(widths).sum(), 3);
    }

    @Test
    void othersAreCutBeforeTheOutcome() {
        double[] some = WidthShares.of(360, List.of(CALLER, CALLEE, OUTCOME));
        assertArrayEquals(new double[]{120, 60, 180}, some, words(some));
        double[] most = WidthShares.of(309, List.of(CALLER, CALLEE, OUTCOME));
        assertArrayEquals(new double[]{69, 60, 180}, most, words(most));
    }

    @Test
    void anOutcomeLongerThanUsualIsCutBeforeOthersAreHardToRead() {
        Wish longer = Wish.of(400, 210, 74, 74, true);
        double[] widths = WidthShares.of(400, List.of(CALLER, CALLEE, longer));
        assertArrayEquals(new double[]{116, 60, 224}, widths, words(widths));
    }

    @Test
    void nothingIsNarrowerThanItsNarrowestAndNothingIsLeftOver() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            List<Wish> wishes = new ArrayList<>();
            for (int column = 0; column < 1 + round % 6; column++) {
                double usual = 60 + random.nextInt(200);
                double least = usual * (0.5 + random.nextDouble() / 2);
                double need = random.nextInt(4) == 0 ? 0 : 20 + random.nextInt(400);
                wishes.add(Wish.of(need, usual, least, least / 2, column == 1));
            }
            double room = 40 + random.nextInt(1_500);
            double[] widths = WidthShares.of(room, wishes);
            double narrowest = wishes.stream().mapToDouble(Wish::narrowest).sum();
            String seen = room + " " + wishes + " " + words(widths);
            assertEquals(Math.max(room, narrowest), Arrays.stream(widths).sum(), wishes.size(), seen);
            for (int i = 0; i < widths.length; i++) {
                assertTrue(widths[i] >= Math.floor(wishes.get(i).narrowest()), seen);
            }
        }
    }

    private static String words(double[] widths) {
        return Arrays.toString(widths);
    }
}
