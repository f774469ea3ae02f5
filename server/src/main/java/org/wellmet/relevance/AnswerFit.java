package org.wellmet.relevance;

import java.util.List;

/// Fits to answers, yes or no, what must be added to given weights: a logistic regression whose weights are drawn
/// to 0 by a ridge, so that few answers change little and many decide.
///
/// Maximises the sum of `ln p(answer)` with `logit p = score + intercept + x d`, less `RIDGE/2 |d|^2` on signals
/// in their standard deviations. Newton's method.
final class AnswerFit {
    static final double RIDGE = 10;
    private static final int MOST_STEPS = 30;
    private static final double ENOUGH = 1e-6;

    private AnswerFit() {}

    /// One answer.
    ///
    /// @param score the log-odds that the weights so far make of the signals
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Answered(double[] signals, double score, boolean isYes) {}

    /// What is to be added to each weight, and last the intercept. O(steps x answers x signals^2).
    static double[] fit(List<Answered> answers, int length) {
        double[] deviations = deviations(answers, length);
        double[] added = new double[length + 1];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[length + 1];
            double[][] curvature = new double[length + 1][length + 1];
            for (int i = 0; i <= length; i++) {
                double ridge = i == length ? 1e-6 : RIDGE;
                gradient[i] = -ridge * added[i];
                curvature[i][i] = ridge;
            }
            for (Answered answer : answers) {
                add(answer, deviations, added, gradient, curvature);
            }
            double[] move = Cholesky.solve(curvature, gradient);
            double size = 0;
            for (int i = 0; i <= length; i++) {
                added[i] += Math.clamp(move[i], -1, 1);
                size += Math.abs(move[i]);
            }
            if (size < ENOUGH) {
                break;
            }
        }
        for (int i = 0; i < length; i++) {
            added[i] /= deviations[i];
        }
        return added;
    }

    private static void add(
            Answered answer, double[] deviations, double[] added, double[] gradient, double[][] curvature) {
        int length = deviations.length;
        double[] scaled = new double[length + 1];
        double logit = answer.score() + added[length];
        for (int i = 0; i < length; i++) {
            scaled[i] = answer.signals()[i] / deviations[i];
            logit += scaled[i] * added[i];
        }
        scaled[length] = 1;
        double p = Calibration.logistic(logit);
        double rest = (answer.isYes() ? 1 : 0) - p;
        for (int i = 0; i <= length; i++) {
            gradient[i] += rest * scaled[i];
            for (int j = 0; j <= length; j++) {
                curvature[i][j] += p * (1 - p) * scaled[i] * scaled[j];
            }
        }
    }

    private static double[] deviations(List<Answered> answers, int length) {
        double[] deviations = new double[length];
        for (int i = 0; i < length; i++) {
            double sum = 0;
            double squares = 0;
            for (Answered answer : answers) {
                sum += answer.signals()[i];
                squares += answer.signals()[i] * answer.signals()[i];
            }
            double mean = sum / Math.max(1, answers.size());
            double deviation = Math.sqrt(Math.max(0, squares / Math.max(1, answers.size()) - mean * mean));
            deviations[i] = deviation > 1e-9 ? deviation : 1;
        }
        return deviations;
    }
}
