//! Work spread over all cores, its results taken one by one in the order of its input.
//!
//! Each thread of rayon's pool keeps a worker of its own and fetches the next item when it is free. Never more than a
//! window of items is under way, so memory does not grow with the length of the input.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use anyhow::Result;

/// How many items may be under way for each thread. A slow one holds up the taking, not the working, until the window
/// is full.
const WINDOW: usize = 32;

/// Whether results are still wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    More,
    Stop,
}

/// Does `work` on every item and gives the results to `take`, in the order of the items, on the calling thread.
pub(crate) fn in_order<T: Send, W, R: Send>(
    items: impl Iterator<Item = T> + Send,
    worker: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, T) -> R + Sync,
    take: impl FnMut(R) -> Result<Next>,
) -> Result<()> {
    let belt = Belt::new(items, WINDOW * rayon::current_num_threads());
    rayon::in_place_scope(|scope| {
        scope.spawn_broadcast(|_, _| {
            // Should the work panic, the others are told to stop, and the scope hands the panic on.
            let _stop = StopOnPanic(&belt.done, &belt.changed);
            let mut own = worker();
            while let Some((number, item)) = belt.fetch() {
                let result = work(&mut own, item);
                belt.put(number, result);
            }
        });
        let _stop = StopOnPanic(&belt.done, &belt.changed);
        let taken = belt.hand_out(take);
        belt.stop();
        taken
    })
}

struct Belt<I, R> {
    /// The items, with the number of the next one.
    items: Mutex<(usize, I)>,
    done: Mutex<Done<R>>,
    /// Told to both sides: a result has come, or room has been made.
    changed: Changed,
    window: usize,
}

#[derive(Default)]
struct Changed {
    ready: Condvar,
    room: Condvar,
}

/// Results from number `first` on, those that are still out as gaps.
struct Done<R> {
    first: usize,
    results: VecDeque<Option<R>>,
    /// How many items there were, once that is known.
    end: Option<usize>,
    stop: bool,
}

impl<T, I: Iterator<Item = T>, R> Belt<I, R> {
    fn new(items: I, window: usize) -> Self {
        let done = Done { first: 0, results: VecDeque::new(), end: None, stop: false };
        Self { items: Mutex::new((0, items)), done: Mutex::new(done), changed: Changed::default(), window }
    }

    /// The next item with its number, as soon as the window has room for it.
    fn fetch(&self) -> Option<(usize, T)> {
        let mut items = lock(&self.items);
        let full = |done: &mut Done<R>| !done.stop && items.0 >= done.first + self.window;
        let done = self.changed.room.wait_while(lock(&self.done), full).unwrap_or_else(PoisonError::into_inner);
        let over = done.stop || done.end.is_some();
        drop(done);
        let item = if over { None } else { items.1.next() };
        let number = items.0;
        let Some(item) = item else {
            lock(&self.done).end.get_or_insert(number);
            self.changed.ready.notify_one();
            return None;
        };
        items.0 += 1;
        Some((number, item))
    }

    fn put(&self, number: usize, result: R) {
        let mut done = lock(&self.done);
        let place = number - done.first;
        if done.results.len() <= place {
            done.results.resize_with(place + 1, || None);
        }
        done.results[place] = Some(result);
        if place == 0 {
            self.changed.ready.notify_one();
        }
    }

    fn hand_out(&self, mut take: impl FnMut(R) -> Result<Next>) -> Result<()> {
        let mut done = lock(&self.done);
        loop {
            if let Some(result) = done.results.front_mut().and_then(Option::take) {
                done.results.pop_front();
                done.first += 1;
                drop(done);
                self.changed.room.notify_one();
                if take(result)? == Next::Stop {
                    return Ok(());
                }
                done = lock(&self.done);
            } else if done.stop || done.end == Some(done.first) {
                return Ok(());
            } else {
                done = self.changed.ready.wait(done).unwrap_or_else(PoisonError::into_inner);
            }
        }
    }

    fn stop(&self) {
        stop(&self.done, &self.changed);
    }
}

struct StopOnPanic<'b, R>(&'b Mutex<Done<R>>, &'b Changed);

impl<R> Drop for StopOnPanic<'_, R> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            stop(self.0, self.1);
        }
    }
}

fn stop<R>(done: &Mutex<Done<R>>, changed: &Changed) {
    lock(done).stop = true;
    changed.ready.notify_all();
    changed.room.notify_all();
}

/// What a lock guards here is whole between any two statements, so one that a panic poisoned is still good.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    /// Works that take longest first.
    fn slow(_: &mut (), number: usize) -> usize {
        std::thread::sleep(Duration::from_micros(if number.is_multiple_of(50) { 3000 } else { 10 }));
        number
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let mut taken = Vec::new();
        let take = |number| {
            taken.push(number);
            Ok(Next::More)
        };
        in_order(0..2000, || (), slow, take).expect("taken");
        assert_eq!(taken, (0..2000).collect::<Vec<_>>());
        in_order(0..0, || (), slow, |_| Ok(Next::More)).expect("nothing to take");
    }

    #[test]
    fn never_more_than_a_window_is_under_way() {
        let fetched = AtomicUsize::new(0);
        let most = WINDOW * rayon::current_num_threads();
        let items = (0..3000).inspect(|_| _ = fetched.fetch_add(1, Ordering::SeqCst));
        let mut taken = 0;
        let take = |_| {
            taken += 1;
            assert!(fetched.load(Ordering::SeqCst) <= taken + most);
            Ok(Next::More)
        };
        in_order(items, || (), slow, take).expect("taken");
        assert_eq!(taken, 3000);
    }

    #[test]
    fn stopping_and_failing_end_the_work() {
        let endless = || std::iter::repeat(1);
        in_order(endless(), || (), slow, |_| Ok(Next::Stop)).expect("stopped");
        in_order(endless(), || (), slow, |_| anyhow::bail!("full")).expect_err("an error");
    }

    #[test]
    #[should_panic(expected = "on purpose")]
    fn a_panic_is_handed_on_and_nothing_hangs() {
        let work = |(): &mut (), number: usize| assert!(number < 100, "on purpose");
        let _ = in_order(0..1000, || (), work, |()| Ok(Next::More));
    }
}
