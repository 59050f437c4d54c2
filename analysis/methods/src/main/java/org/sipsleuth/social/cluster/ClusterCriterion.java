package org.sipsleuth.social.cluster;

/// What says how well a number of clusters fits the rows. None decides alone.
public enum ClusterCriterion {
    /// The sum of squared distances from the middles of the clusters (WSS), of all rows: 0 or more,
    /// falling with k. Its best k is the elbow: the point farthest below the line from the first to
    /// the last point, both axes from 0 to 1 (V. Satopää and others 2011). It depends on the range
    /// of k that is looked at.
    WITHIN,
    /// The mean silhouette (P. J. Rousseeuw 1987), -1 to 1, of at most 1,000 rows: **higher is
    /// better**. No value for k = 1.
    SILHOUETTE,
    /// The gap statistic (R. Tibshirani, G. Walther, T. Hastie 2001), in natural logarithms. Its
    /// best k is the smallest with Gap(k) ≥ Gap(k + 1) - s(k + 1), not the one with the highest
    /// gap.
    GAP,
    /// The Bayesian information criterion of a mixture of normal distributions, each with its own
    /// full covariance (mclust's VVV with its default prior): 2 ln L - p ln n, **higher is
    /// better**. The best of ten starts; another seed can give another local maximum and another k.
    BIC_FULL,
    /// The same with diagonal covariances (mclust's VVI).
    BIC_DIAGONAL,
    /// The mean over the clusters of their mean Jaccard similarity with those of bootstrap
    /// resamples (C. Hennig 2007), 0 to 1: **higher is better**, 0.75 and more is stable. No value
    /// for k = 1.
    STABILITY
}
