// The limit: employee-proposing deferred acceptance as bare as C can have it, to measure the engine against.
//   cc -O2 -o limit limit.c && ./limit round.bin [runs]
// round.bin, 32-bit little-endian integers: people, seats, wishes | first wish of each person, and the end | seat of each
// wish | score of each wish (0..65535, higher first) | place in the lottery of each person (lower first) | places of each seat.
// Nobody has a present seat here. Reading and ranking are not timed; each run's milliseconds are printed, then the number of
// proposals, the people placed and an FNV-1a hash of the assignment (the seat of each person, -1 = none).
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { int32_t seat, rank; } Wish;                  // rank among all who wish for the seat, 0 = first
typedef struct { int32_t rank, person; } Place;
typedef struct { int32_t cut, taken, size, last; Place *place; } Seat;  // one line of memory answers a proposal
typedef struct { uint64_t key; int32_t wish; } Claim;

static int32_t people, seats, wishes, *begin, *place_count, *next;
static Wish *wish;
static Seat *seat;

static void *room(size_t count, size_t size) {
  void *memory = calloc(count + 1, size);
  if (memory == NULL) { fputs("out of memory\n", stderr); exit(1); }
  return memory;
}

static int32_t *numbers(FILE *file, int32_t count) {
  int32_t *list = room(count, sizeof *list);
  if (fread(list, sizeof *list, count, file) != (size_t)count) { fputs("the file is too short\n", stderr); exit(2); }
  return list;
}

static int by_key(const void *a, const void *b) {
  uint64_t x = ((const Claim *)a)->key, y = ((const Claim *)b)->key;
  return (x > y) - (x < y);
}

// Turns scores and lottery into strict ranks, seat by seat.
static void rank_wishes(const int32_t *wish_seat, const int32_t *score, const int32_t *lottery) {
  int32_t *at = room(seats + 1, sizeof *at);
  Claim *claim = room(wishes, sizeof *claim);
  for (int32_t k = 0; k < wishes; k++) at[wish_seat[k] + 1]++;
  for (int32_t s = 0; s < seats; s++) at[s + 1] += at[s];
  for (int32_t i = 0; i < people; i++)
    for (int32_t k = begin[i]; k < begin[i + 1]; k++)
      claim[at[wish_seat[k]]++] = (Claim){ (uint64_t)(65535 - score[k]) << 32 | (uint32_t)lottery[i], k };
  for (int32_t s = 0, from = 0; s < seats; from = at[s++]) {
    qsort(claim + from, at[s] - from, sizeof *claim, by_key);
    for (int32_t q = from; q < at[s]; q++) wish[claim[q].wish] = (Wish){ s, q - from };
  }
  free(claim);
  free(at);
}

static inline void find_last(Seat *s) {
  int32_t last = 0, cut = s->place[0].rank;
  for (int32_t q = 1; q < s->size; q++) if (s->place[q].rank > cut) { cut = s->place[q].rank; last = q; }
  s->last = last;
  s->cut = cut;
}

static long propose_all(void) {
  long proposals = 0;
  for (int32_t s = 0; s < seats; s++) { seat[s].taken = 0; seat[s].cut = seat[s].size > 0 ? INT32_MAX : -1; }
  memcpy(next, begin, people * sizeof *next);
  for (int32_t turn = 0; turn < people; turn++) {
    for (int32_t i = turn; i >= 0;) {
      int32_t k = next[i], end = begin[i + 1], out = -1;
      for (; k < end; k++) {
        Wish w = wish[k];
        Seat *s = seat + w.seat;
        proposals++;
        if (w.rank >= s->cut) continue;
        k++;
        if (s->taken < s->size) {
          s->place[s->taken++] = (Place){ w.rank, i };
          if (s->taken == s->size) find_last(s);
        } else {
          out = s->place[s->last].person;
          s->place[s->last] = (Place){ w.rank, i };
          find_last(s);
        }
        break;
      }
      next[i] = k;
      i = out;
    }
  }
  return proposals;
}

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

int main(int argc, char **argv) {
  FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL) { fputs("usage: limit round.bin [runs]\n", stderr); return 2; }
  int32_t *head = numbers(file, 3);
  people = head[0]; seats = head[1]; wishes = head[2];
  begin = numbers(file, people + 1);
  int32_t *wish_seat = numbers(file, wishes), *score = numbers(file, wishes), *lottery = numbers(file, people);
  place_count = numbers(file, seats);
  wish = room(wishes, sizeof *wish);
  next = room(people, sizeof *next);
  seat = room(seats, sizeof *seat);
  rank_wishes(wish_seat, score, lottery);
  size_t all = 0;
  for (int32_t s = 0; s < seats; s++) all += place_count[s];
  Place *place = room(all, sizeof *place);
  for (int32_t s = 0; s < seats; place += seat[s++].size) seat[s] = (Seat){ .size = place_count[s], .place = place };

  long proposals = 0;
  for (int runs = argc > 2 ? atoi(argv[2]) : 5; runs > 0; runs--) {
    double started = milliseconds();
    proposals = propose_all();
    printf("%.3f ms\n", milliseconds() - started);
  }
  int32_t *got = room(people, sizeof *got), placed = 0;
  memset(got, -1, people * sizeof *got);
  for (int32_t s = 0; s < seats; s++)
    for (int32_t q = 0; q < seat[s].taken; q++) { got[seat[s].place[q].person] = s; placed++; }
  uint32_t hash = 2166136261u;
  for (size_t b = 0; b < people * sizeof *got; b++) hash = (hash ^ ((uint8_t *)got)[b]) * 16777619u;
  printf("proposals %ld, placed %d of %d, hash %08x\n", proposals, placed, people, hash);
  return 0;
}
