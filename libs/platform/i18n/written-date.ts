import type { Language } from '#contracts';
import { koreanDate, koreanTime } from '../clock/clock.js';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/**
 * A date as letters write it: `2027. 1. 4.` (행정업무의 운영 및 혁신에 관한 규정 §7) and `4 January 2027`.
 * @param value `YYYY-MM-DD` or an ISO moment; anything else stands as it is
 * @param withTime also the hour and minute in Korea, `18:00`, of a moment
 */
export const writtenDate = (language: Language, value: string, withTime: boolean): string => {
  const moment = value.includes('T') ? new Date(value) : null;
  if (moment === null ? !/^\d{4}-\d\d-\d\d$/.test(value) : Number.isNaN(moment.getTime())) return value;
  const [year = 0, month = 0, day = 0] = (moment === null ? value : koreanDate(moment)).split('-').map(Number);
  const date = language === 'ko' ? `${year}. ${month}. ${day}.` : `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
  if (moment === null || !withTime) return date;
  return language === 'ko' ? `${date} ${koreanTime(moment)}` : `${date}, ${koreanTime(moment)}`;
};
