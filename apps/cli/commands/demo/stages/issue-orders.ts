import { DAYS } from '../season/calendar.js';
import { goTo, hr, type Stage } from '../season/season.js';

interface Order {
  readonly id: string;
  readonly items: readonly { readonly employeeNumber: string; readonly cause: string; readonly to: { readonly id: string } | null }[];
}

/** So many movers look whether their record says what the order says. */
const LOOKED_AT = 5;

/** On the day itself, all at once; issuing twice changes nothing. */
export const issueOrders: Stage = async (season) => {
  goTo(season, DAYS.orders, '09:00');
  const { roundId, pages } = season.record;
  const officer = hr(season);
  await season.progress.stage({ ko: '발령', en: 'orders issued' }, 0, async () => {
    const { hash } = await officer.get<{ hash: string }>(`/api/rounds/${roundId}/order-draft`);
    const order = await officer.post<Order>(`/api/rounds/${roundId}/order`, { draftHash: hash });
    const again = await officer.post<Order>(`/api/rounds/${roundId}/order`, { draftHash: hash });
    if (again.id !== order.id) throw new Error('A second order was issued');
    season.record.ordersIssued = order.items.length;
    season.record.plannedOrders = order.items.filter(({ cause }) => cause === 'PLANNED').length;
    pages.set('order.html', await officer.text('GET', `/api/orders/${order.id}/page`));
    pages.set('order.csv', await officer.text('GET', `/api/orders/${order.id}/csv`));
    for (const { employeeNumber, to } of order.items.slice(0, LOOKED_AT)) {
      if (!season.people.isActive(employeeNumber)) continue;
      const { positionId, tenureMonths } = await season.people.as(employeeNumber).get<{ positionId: string; tenureMonths: number }>('/api/me/employee');
      if (positionId !== to?.id || tenureMonths !== 0) throw new Error('A record does not say what the order says');
    }
  });
};
