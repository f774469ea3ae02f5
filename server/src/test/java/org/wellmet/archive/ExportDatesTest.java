package org.wellmet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportDatesTest {
    @ParameterizedTest(name = "“{0}” is {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    24 Sep 2023                  | 2023-09-24
                    03 Jan 2019                  | 2019-01-03
                    9/24/17, 5:31 PM             | 2017-09-24
                    12/31/15, 3:15 AM            | 2015-12-31
                    08/14/26, 09:05 AM           | 2026-08-14
                    9/24/2017, 5:31 PM           | 2017-09-24
                    Mar 2021                     | 2021-03
                    March 2021                   | 2021-03
                    2015                         | 2015
                    2026-05-08 09:00:00          | 2026-05-08
                    2026-08-20 07:30:11 UTC      | 2026-08-20
                    2026-01-05 10:00 UTC         | 2026-01-05
                    2025-05-05                   | 2025-05-05
                    2017/12/09 04:54:08 UTC      | 2017-12-09
                    Sat Sep 05 08:12:14 UTC 2026 | 2026-09-05
                    Apr 3, 2023                  | 2023-04-03
                    Feb 29, 1988                 | 1988-02-29
                    """)
    void everyShapeIsRead(String text, String expected) {
        assertThat(ExportDates.parse(text)).map(PartialDate::toString).contains(expected);
    }

    @Test
    void aNarrowSpaceBeforeTheHalfOfTheDayIsASpace() {
        assertThat(ExportDates.day("9/24/17, 5:31\u202FPM")).contains(LocalDate.of(2017, 9, 24));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Not Available",
                "N/A",
                "Feb 29",
                "31 Feb 2021",
                "13/13/17, 5:00 PM",
                "0000",
                "99999",
                "Mon"
            })
    void whatIsNoDateIsLeftOut(String text) {
        assertThat(ExportDates.parse(text)).isEmpty();
    }

    @Test
    void aMonthIsNoDay() {
        assertThat(ExportDates.day("Mar 2021")).isEmpty();
    }
}
