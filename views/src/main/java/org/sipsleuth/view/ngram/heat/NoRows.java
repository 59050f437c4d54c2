package org.sipsleuth.view.ngram.heat;

import java.util.List;

/// No rows.
record NoRows() implements HeatRows {

    @Override
    public int count() {
        return 0;
    }

    @Override
    public int frame(int row) {
        throw new IndexOutOfBoundsException(row);
    }

    @Override
    public int cluster(int row) {
        throw new IndexOutOfBoundsException(row);
    }

    @Override
    public double score(int row) {
        throw new IndexOutOfBoundsException(row);
    }

    @Override
    public HeatRow compute(int row) {
        return new HeatRow(new float[0], new byte[0], 0, List.of());
    }
}
