package org.sipsleuth.view.ngram.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.view.session.RunTask;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RowCacheTest {

    @Test
    void rowsThatWereNeverInSightAreNotComputedAndOldOnesAreDropped() throws Exception {
        AtomicInteger computed = new AtomicInteger();
        HeatRows rows = HeatLayoutTest.rows(100_000, 1_000);
        RowCache cache = new RowCache(RunTask.POOL, () -> {});
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> cache.show(counting(rows, computed)));
        for (int first = 0; first < 10_000; first += 50) {
            int from = first;
            WaitForAsyncUtils.waitForAsyncFx(5_000, () -> cache.want(from, from + 50));
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(() -> cache.get(from + 49) != null).get());
        }
        assertEquals(10_000, computed.get());
        assertTrue(cache.bytes() <= 4_000_000);
        assertNull(cache.get(0));
        assertNotNull(cache.get(9_999));
    }

    private static HeatRows counting(HeatRows rows, AtomicInteger computed) {
        return new HeatRows() {
            @Override
            public int count() {
                return rows.count();
            }

            @Override
            public int frame(int row) {
                return rows.frame(row);
            }

            @Override
            public int cluster(int row) {
                return rows.cluster(row);
            }

            @Override
            public double score(int row) {
                return rows.score(row);
            }

            @Override
            public HeatRow compute(int row) {
                computed.incrementAndGet();
                return rows.compute(row);
            }
        };
    }
}
